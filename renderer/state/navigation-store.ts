/** Where the traces are that the section of a 2D line shows: asked of the engine whenever the section shows others. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LineNavigation } from '../../shared/navigation.ts';
import type { SlicePlane } from '../../shared/slices.ts';
import type { SurveyId } from '../../shared/survey.ts';

export interface ShownNavigation {
  readonly surveyId: SurveyId;
  /** The plane whose rows the navigation has. */
  readonly plane: Extract<SlicePlane, { orientation: 'traces' }>;
  readonly navigation: LineNavigation;
}

export interface NavigationState {
  /** Null where no line is shown, and until the engine has answered. */
  readonly shown: ShownNavigation | null;
}

export type NavigationStore = StoreApi<NavigationState>;

export const createNavigationStore = (): NavigationStore => createStore<NavigationState>(() => ({ shown: null }));
