/** Keeps up with what can be shown of a cube along the line that is looked at. */
import type { ProfileBoard } from '../../engine-client/profile-board.ts';
import { alongSituation, type AlongSituation } from '../../state/along/along-situation.ts';
import { planeKey } from '../../../shared/slices.ts';
import { activeSurvey, type ViewerStores } from '../viewer-stores.ts';

type Stores = Pick<ViewerStores, 'along' | 'session' | 'view'>;

export function followAlong(stores: Stores, profiles: ProfileBoard): void {
  const { along, session, view } = stores;
  const follow = (): void => {
    const { isShown, chosenId, interpolation, situation } = along.getState();
    const line = activeSurvey(stores)?.info ?? null;
    const positions = line === null ? undefined : view.getState().positions[line.id];
    const isWanted = isShown && line !== null && positions !== undefined;
    const next = alongSituation({
      line: isWanted ? line : null,
      positions,
      profile: isWanted ? profiles.find(line.id, positions.line) : null,
      surveys: isWanted ? session.getState().surveys.flatMap(({ info, fault }) => (fault === null ? [info] : [])) : [],
      chosenId,
      interpolation,
    });
    if (!isSame(situation, next)) along.setState({ situation: next, fault: null });
  };
  follow();
  along.subscribe((state, earlier) => {
    if (state.situation === earlier.situation && state.fault === earlier.fault) follow();
  });
  session.subscribe(({ surveys }, earlier) => {
    if (surveys !== earlier.surveys) follow();
  });
  view.subscribe(follow);
  profiles.subscribe(follow);
}

function isSame(a: AlongSituation, b: AlongSituation): boolean {
  if (a.kind !== 'cube' || b.kind !== 'cube') return a.kind === b.kind;
  return (
    a.line === b.line &&
    a.cube === b.cube &&
    planeKey(a.plane) === planeKey(b.plane) &&
    a.cubes.length === b.cubes.length &&
    a.cubes.every(({ info }, at) => info === b.cubes[at]!.info)
  );
}
