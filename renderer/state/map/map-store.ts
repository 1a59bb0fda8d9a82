/** The base map: whether it is shown, how it was left, and what lies under the pointer there. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SurveyId } from '../../../shared/survey.ts';
import type { LineIndex } from '../../../shared/units.ts';

export interface LineTrace {
  readonly surveyId: SurveyId;
  readonly line: LineIndex;
  /** 0-based along the line. */
  readonly trace: number;
}

export interface NearestOnMap extends LineTrace {
  /** Of the line. */
  readonly name: string;
  /** Null where the line has none. */
  readonly cdp: number | null;
  readonly x: number;
  readonly y: number;
}

export interface MapReading {
  /** World coordinates of the pointer. */
  readonly x: number;
  readonly y: number;
  /** The trace under the pointer, or nearest to it; null where none is near. */
  readonly nearest: NearestOnMap | null;
}

/** Something open that is not on the map. */
export interface AbsentFromMap {
  readonly name: string;
  /** E.g. "its trace headers hold no coordinates". */
  readonly reason: string;
}

export interface MapGroup {
  readonly name: string;
  readonly lineCount: number;
}

export interface MapState {
  /** In front of the docks that it shares its place with. */
  readonly isShown: boolean;
  readonly isBoxTool: boolean;
  /** Null while the pointer is elsewhere. */
  readonly reading: MapReading | null;
  readonly unit: 'metres' | 'feet';
  /** Lines of one survey or vintage each, in the order of their colours. */
  readonly groups: readonly MapGroup[];
  readonly absent: readonly AbsentFromMap[];
  /** Lines and cubes on it. */
  readonly shownCount: number;
}

export type MapStore = StoreApi<MapState>;

export const createMapStore = (): MapStore =>
  createStore<MapState>(() => ({
    isShown: false,
    isBoxTool: false,
    reading: null,
    unit: 'metres',
    groups: [],
    absent: [],
    shownCount: 0,
  }));
