/** Lines without a cube are looked at on the map, a cube in 3D, until the user chooses one of the two. */
import { isCube } from '../../state/plane-positions.ts';
import type { ViewerStores } from '../viewer-stores.ts';

export function chooseFirstView({ session, map }: Pick<ViewerStores, 'session' | 'map'>): void {
  let chosen = map.getState().isShown;
  const stopFollowing = session.subscribe(({ surveys }, earlier) => {
    if (surveys === earlier.surveys) return;
    const hasLines = surveys.some(({ info }) => info.lines !== null);
    const isWanted = hasLines && !surveys.some(({ info }) => isCube(info));
    if (isWanted === chosen) return;
    chosen = isWanted;
    map.setState({ isShown: isWanted });
  });
  const stopWatching = map.subscribe(({ isShown }) => {
    if (isShown === chosen) return;
    stopFollowing();
    stopWatching();
  });
}
