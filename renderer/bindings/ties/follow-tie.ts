/** Keeps in the tie panel's store what it is to show: the crossing that is selected, while the panel is shown. */
import { isSameSituation, tieSituation } from '../../state/ties/tie-subject.ts';
import type { ViewerStores } from '../viewer-stores.ts';

export function followTie({
  crossings,
  session,
  tiePanel,
}: Pick<ViewerStores, 'crossings' | 'session' | 'tiePanel'>): void {
  const follow = (): void => {
    const { found, selected } = crossings.getState();
    const { isShown, current } = tiePanel.getState();
    const next =
      !isShown || found === null || selected === null ? null : tieSituation(found, selected, session.getState());
    if (!isSameSituation(current, next)) tiePanel.setState({ current: next });
  };
  crossings.subscribe(follow);
  session.subscribe(({ surveys }, earlier) => {
    if (surveys !== earlier.surveys) follow();
  });
  tiePanel.subscribe(follow);
}
