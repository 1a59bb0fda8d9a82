/** What the Electron preload puts on `window` for the page. In a browser there is none. */

/** The page posts it to ask for a port; the preload answers with `ENGINE_PORT` and transfers the port beside it. */
export const REQUEST_ENGINE_PORT = 'crossline:request-engine-port';
export const ENGINE_PORT = 'crossline:engine-port';

export interface HostBridge {
  /** Absolute path of a file that was dropped on the window (a DOM `File`); empty where it has none. */
  pathOfFile(file: object): string;
}

/** Name of the bridge on `window`. */
export const HOST_BRIDGE = 'crosslineHost';
