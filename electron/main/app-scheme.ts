/**
 * The page's own scheme, `crossline://app/...`, served from the bundle's page folder. A real origin gives the page a
 * working CSP and storage, which `file:` does not.
 */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { CustomScheme } from 'electron';

export const APP_ORIGIN = 'crossline://app';
export const APP_ADDRESS = `${APP_ORIGIN}/index.html`;

/** Must be registered before the app is ready. */
export const APP_SCHEME: CustomScheme = {
  scheme: 'crossline',
  privileges: { standard: true, secure: true, supportFetchAPI: true },
};

/** The page talks to the engine through its port only: it needs no connection. Radix and dockview set inline styles. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** The file in `pageFolder` that an address names; null where it names nothing there. */
export function pageFileOf(address: string, pageFolder: string): string | null {
  const url = new URL(address);
  if (`${url.protocol}//${url.host}` !== APP_ORIGIN) return null;
  const file = normalize(join(pageFolder, decodeURIComponent(url.pathname)));
  return file.startsWith(pageFolder + sep) ? file : null;
}

/** Answers every request of the scheme; to be given to `protocol.handle`. */
export function createPageHandler(pageFolder: string): (request: { readonly url: string }) => Promise<Response> {
  return async ({ url }) => {
    const file = pageFileOf(url, pageFolder);
    const type = file === null ? undefined : CONTENT_TYPES[extname(file)];
    if (file === null || type === undefined) return new Response(null, { status: 404 });
    try {
      return new Response(await readFile(file), {
        headers: {
          'Content-Type': type,
          'Content-Security-Policy': CONTENT_SECURITY_POLICY,
          'X-Content-Type-Options': 'nosniff',
        },
      });
    } catch {
      // Only the bundle's own files are asked for: whatever cannot be read is not there.
      return new Response(null, { status: 404 });
    }
  };
}
