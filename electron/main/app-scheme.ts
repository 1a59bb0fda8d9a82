/**
 * The page's own scheme, `crossline://app/...`, served from the bundle's page folder. A real origin gives the page a
 * working CSP and storage, which `file:` does not.
 */
import type { CustomScheme } from 'electron';
import { readPageFile } from '../page/page-file.ts';

export const APP_ORIGIN = 'crossline://app';
export const APP_ADDRESS = `${APP_ORIGIN}/index.html`;

/** Must be registered before the app is ready. */
export const APP_SCHEME: CustomScheme = {
  scheme: 'crossline',
  privileges: { standard: true, secure: true, supportFetchAPI: true },
};

/** Answers every request of the scheme; to be given to `protocol.handle`. */
export function createPageHandler(pageFolder: string): (request: { readonly url: string }) => Promise<Response> {
  return async ({ url }) => {
    const { protocol, host, pathname } = new URL(url);
    const file = `${protocol}//${host}` === APP_ORIGIN ? await readPageFile(pageFolder, pathname) : null;
    return file === null ? new Response(null, { status: 404 }) : new Response(file.body, { headers: file.headers });
  };
}
