/** The files of the built page, by the path that an address names. */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { pageHeaders } from './page-headers.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export interface PageFile {
  readonly body: Buffer<ArrayBuffer>;
  readonly headers: Record<string, string>;
}

/** @param pathname of the address, percent-encoded; null where it names no file of the page */
export async function readPageFile(pageFolder: string, pathname: string): Promise<PageFile | null> {
  const path = pathOf(pageFolder, pathname);
  const type = path === null ? undefined : CONTENT_TYPES[extname(path)];
  if (path === null || type === undefined) return null;
  try {
    return { body: await readFile(path), headers: pageHeaders(type) };
  } catch {
    // Only the build's own files are asked for: whatever cannot be read is not there.
    return null;
  }
}

function pathOf(pageFolder: string, pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (decoded.includes('\0')) return null;
  const path = normalize(join(pageFolder, decoded.endsWith('/') ? `${decoded}index.html` : decoded));
  return path.startsWith(pageFolder + sep) ? path : null;
}
