/**
 * Whether a request comes from our own page. A page of any site can make a browser connect to this host; the browser
 * tells that page's origin. The host's name must be a local one, or a site could point its own name here.
 */

const LOCAL_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** @param host the Host header; a tunnel may have changed its port, but not that its name is local */
export function isLocalHost(host: string | undefined): boolean {
  const url = urlOf(`http://${host ?? ''}`);
  return url !== null && host !== undefined && host !== '' && LOCAL_NAMES.has(url.hostname);
}

/** @param origin the Origin header, which every browser sends with a WebSocket; programs that are none may leave it out */
export function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (!isLocalHost(host)) return false;
  return origin === undefined || urlOf(origin)?.host === host;
}

function urlOf(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
