/** What the map is given to show. World coordinates are float64 in one unit for all. */
import type { PointInWorld } from '../../../shared/geometry/world-from-grid.ts';
import type { LineOnMap } from './line-levels.ts';

export interface MapLine extends LineOnMap {
  /** Tells it from all other lines. */
  readonly key: string;
  readonly name: string;
  /** Lines of one survey share their colour; 0-based. */
  readonly group: number;
}

export interface MapCube {
  /** Tells it from all other cubes and lines. */
  readonly key: string;
  readonly name: string;
  /** Round its outline, in order. */
  readonly corners: readonly PointInWorld[];
}

export interface MapPath {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

export interface MapCrossings {
  /** One a crossing. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** How far lines disagree there, 0 to 1 (`misTieColour`); NaN where it is not known. Null: nothing is shown of it. */
  readonly grades: Float32Array | null;
  /** Where lines run along each other. */
  readonly overlaps: readonly MapPath[];
}

/** One of `MapCrossings`. */
export interface MapCrossingRef {
  readonly kind: 'crossing' | 'overlap';
  readonly index: number;
}

/** What is told apart from the rest; keys are those of lines and cubes. */
export interface MapEmphasis {
  readonly active: string | null;
  readonly hovered: string | null;
  /** Chosen by the user; null where nothing is, and then nothing is dimmed. */
  readonly chosen: ReadonlySet<string> | null;
  readonly selectedCrossing: MapCrossingRef | null;
  readonly hoveredCrossing: MapCrossingRef | null;
}

export type MapPick =
  | { readonly kind: 'crossing'; readonly ref: MapCrossingRef }
  | { readonly kind: 'line'; readonly line: MapLine }
  | { readonly kind: 'cube'; readonly cube: MapCube };
