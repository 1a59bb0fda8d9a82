/** Which host `npm start` opens, decided from facts alone so that every case can be tested. */

/** Whether a window could open at all: a Linux or BSD system needs X11 or Wayland. */
export const hasDisplay = (platform, env) =>
  platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);

/**
 * Why no window of our own can open whether or not the runtime is there, or null. Electron's sandbox does not start as
 * root, and we do not run it without.
 */
export function windowObstacle({ platform, env, uid }) {
  if (env.CROSSLINE_HOST === 'browser') return 'CROSSLINE_HOST=browser';
  if (!hasDisplay(platform, env)) return 'there is no display';
  if (platform === 'linux' && uid === 0) return 'its sandbox does not start as root';
  return null;
}

/** The one line that says why the local host opens instead of the window. */
export const fallbackLine = (reason) => `No Electron window (${reason}): opening in the browser instead.`;

export const RUNTIME_MISSING = 'its runtime is not installed and could not be downloaded';
