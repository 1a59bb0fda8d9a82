/** Ties of the open 2D lines, as the page asks for them. */
import type { CrossingProfile } from './crossing-calls.ts';
import type { Crossings } from './geometry/crossings/crossings.ts';
import type { AdjustedTies } from './ties/adjust-ties.ts';
import type { TieCorrection } from './ties/correction.ts';
import type { TieOptions } from './ties/tie-options.ts';
import type { TieTrace } from './ties/signal/tie-trace.ts';
import type { TieDetail } from './ties/tie-detail.ts';
import type { ExactOptions } from './ties/warp/warp-exactly.ts';

export type TieLine = Pick<CrossingProfile, 'surveyId' | 'line'>;

/** A crossing of two open lines, in either order. */
export interface TiePlace {
  readonly line1: TieLine;
  readonly line2: TieLine;
  /** 0-based traces of either line that own the crossing, as in `Crossings`. */
  readonly t11: number;
  readonly t21: number;
}

export interface TieRequest {
  readonly options: Omit<TieOptions, 'references' | 'rejected'>;
  /** Traces about a crossing whose weighted mean is compared; at least 2: linear between the bounding ones. */
  readonly tracesAround: number;
  /** Lines that are right. Such as are not open any more count for nothing. */
  readonly references: readonly TieLine[];
  /** Crossings that say nothing of the lines. The same. */
  readonly rejected: readonly TiePlace[];
}

export interface OpenTies {
  /** `profile1` and `profile2` of the crossings, and `ties.lines`, count these. */
  readonly profiles: readonly CrossingProfile[];
  /** Those of lines in time: `ties.ties` counts them. Times and depths are never compared. */
  readonly crossings: Crossings;
  readonly ties: AdjustedTies;
  /** What was left out, and why: a sentence each. */
  readonly notes: readonly string[];
  /** Traces that were read; the others were kept from before. */
  readonly readCount: number;
  readonly engineMs: number;
}

/** One crossing in all that is seen of it. */
export interface TieDetailRequest {
  readonly place: TiePlace;
  readonly tracesAround: number;
  readonly gateMs: readonly [from: number, to: number] | null;
  readonly maxShiftMs: number;
  readonly exact: ExactOptions;
  /** Applied to either line beforehand; `NO_CORRECTION` shows it as it is stored. */
  readonly corrections: readonly [TieCorrection, TieCorrection];
}

export interface OpenTie {
  /** Of line 1 and of line 2 at the crossing, as stored. */
  readonly traces: readonly [TieTrace, TieTrace];
  /** Null where they have too little in common. */
  readonly detail: TieDetail | null;
}
