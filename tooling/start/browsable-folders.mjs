/** Which folders the browser may show in place of a window, whose own dialog shows them all. */
import { relative, sep } from 'node:path';

/**
 * The user's own folder, where browsing starts, and the one where the user stands unless it lies in that.
 * @param home of the user
 * @param folder where the user stands
 */
export function browsableFolders(home, folder) {
  const way = relative(home, folder);
  const isInside = way === '' || !(way === '..' || way.startsWith(`..${sep}`) || way === folder);
  return isInside ? [home] : [home, folder];
}
