import { useSyncExternalStore } from 'react';
import { useViewer } from '../viewer.tsx';
import type { ShownTie } from './tie-board.ts';

/** What the tie panel shows; null until it was read. */
export function useShownTie(): ShownTie | null {
  const { tieBoard } = useViewer();
  return useSyncExternalStore(tieBoard.subscribe, tieBoard.latest);
}
