/** A child process's way to whoever started it: `process.send` of a Node fork, `process.parentPort` in Electron. */

export interface ParentPort {
  /** Resolves when the message has left this process; the process may end then. */
  send(message: unknown): Promise<void>;
  onMessage(listener: (message: unknown) => void): void;
  /** The parent is gone, or wants no more. */
  onClose(listener: () => void): void;
}

/** What this file needs of Electron's type, which plain Node code cannot import. */
interface UtilityParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** @throws Error where the process was not started by a launcher */
export function connectParent(): ParentPort {
  const { parentPort } = process as { parentPort?: UtilityParentPort };
  if (parentPort !== undefined) return utilityPort(parentPort);
  if (process.send === undefined) throw new Error('This program is started by Crossline itself.');
  return forkPort();
}

/** Electron ends a utility process with its parent, so there is no close to hear of. */
const utilityPort = (port: UtilityParentPort): ParentPort => ({
  send: (message) => {
    port.postMessage(message);
    return Promise.resolve();
  },
  onMessage: (listener) => port.on('message', ({ data }) => listener(data)),
  onClose: () => undefined,
});

const forkPort = (): ParentPort => ({
  send: (message) =>
    new Promise((resolve) => {
      // A parent that is gone hears nothing, and `disconnect` ends this process.
      if (process.connected) process.send?.(message, undefined, undefined, () => resolve());
      else resolve();
    }),
  onMessage: (listener) => void process.on('message', listener),
  onClose: (listener) => void process.once('disconnect', listener),
});
