/** The section of a cube along the line that is looked at: what the user chose, and what can be shown of it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CrosslineFault } from '../../../shared/errors.ts';
import type { AlongInterpolation } from '../../../shared/geometry/along/trace-weights.ts';
import type { SurveyId } from '../../../shared/survey.ts';
import type { AlongSituation } from './along-situation.ts';

export interface AlongState {
  readonly isShown: boolean;
  /** Null: the one that most of the line's traces lie in. */
  readonly chosenId: SurveyId | null;
  readonly interpolation: AlongInterpolation;
  /** The same object while nothing of it changes. */
  readonly situation: AlongSituation;
  /** Why the latest picture could not be had; gone with the next. */
  readonly fault: CrosslineFault | null;
}

export type AlongStore = StoreApi<AlongState>;

export const createAlongStore = (): AlongStore =>
  createStore<AlongState>(() => ({
    isShown: false,
    chosenId: null,
    interpolation: 'bilinear',
    situation: { kind: 'no-line' },
    fault: null,
  }));
