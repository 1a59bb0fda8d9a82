/** Keeps the split section's lines in its store: of the crossing that is selected, as they are laid side by side. */
import { isSameSplit, splitAt, type Split } from '../../state/crossings/split.ts';
import type { ViewerStores } from '../viewer-stores.ts';

export function followSplit({
  crossings,
  session,
  split,
}: Pick<ViewerStores, 'crossings' | 'session' | 'split'>): void {
  const follow = (): void => {
    const { found, selected, isSplitShown } = crossings.getState();
    const arrangement = split.getState();
    const next: Split | null =
      !isSplitShown || found === null || selected === null
        ? null
        : splitAt(found, selected, session.getState(), arrangement);
    if (!isSameSplit(arrangement.current, next)) split.setState({ current: next });
  };
  crossings.subscribe(follow);
  session.subscribe(({ surveys }, earlier) => {
    if (surveys !== earlier.surveys) follow();
  });
  split.subscribe(follow);
}
