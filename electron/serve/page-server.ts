/** Answers HTTP requests for the page's files. The page is no secret; what it shows comes over the socket. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readPageFile } from '../page/page-file.ts';
import { isLocalHost } from './origin-check.ts';

export async function answerPageRequest(
  pageFolder: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const end = (status: number, headers: Record<string, string> = {}, body?: Uint8Array): void => {
    response.writeHead(status, headers);
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  if (!isLocalHost(request.headers.host)) {
    end(403);
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    end(405, { Allow: 'GET, HEAD' });
    return;
  }
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const file = await readPageFile(pageFolder, pathname);
  if (file === null) {
    end(404);
    return;
  }
  const length = String(file.body.byteLength);
  end(200, { ...file.headers, 'Content-Length': length, 'Cache-Control': cacheControl(pathname) }, file.body);
}

/** Names in `assets` carry a digest of their content; everything else may change with the next build. */
const cacheControl = (pathname: string): string =>
  pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
