/** Keeps the reading under a resting pointer true while the pictures change beneath it. */
import type { SectionPick } from '../scene/scene-events.ts';
import { hoverSection } from './section-link.ts';
import type { Viewer } from './viewer.tsx';

export interface SectionHover {
  /** The pointer has moved; null where it has left the section. */
  move(pick: SectionPick | null): void;
  stop(): void;
}

export function followPointer(viewer: Pick<Viewer, 'stores' | 'board'>): SectionHover {
  const { board, stores } = viewer;
  let rest: SectionPick | null = null;

  const move = (pick: SectionPick | null): void => {
    rest = pick;
    hoverSection(viewer, pick);
  };
  const leave = (): void => {
    if (rest !== null) move(null);
  };
  const stops = [
    board.subscribe((picture, orientation) => {
      if (rest === null || orientation !== stores.view.getState().orientation) return;
      if (picture === null) leave();
      else hoverSection(viewer, rest);
    }),
    // It comes after the picture, and tells where the traces of a line are.
    stores.navigation.subscribe(() => rest !== null && hoverSection(viewer, rest)),
    // Another plane or survey has other rows and columns: what the pointer means there is known when it moves.
    stores.view.subscribe(({ orientation, activeSurveyId }, before) => {
      if (orientation !== before.orientation || activeSurveyId !== before.activeSurveyId) leave();
    }),
  ];
  return {
    move,
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}
