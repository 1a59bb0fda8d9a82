/** Crossings of the open 2D lines, as the page asks for them. */
import type { CrossingStages } from './crossing-stages.ts';
import type { ProfileId } from './exchange/create-document.ts';
import type { OutputFormat } from './exchange/encode-document.ts';
import type { CrossingPlaces } from './geometry/crossings/crossing-places.ts';
import type { Crossings, Overlap } from './geometry/crossings/crossings.ts';
import type { CrossingAlgorithm, CrossingOptions } from './geometry/crossings/find-crossings.ts';
import type { SurveyId } from './survey.ts';
import type { LineIndex } from './units.ts';

export interface CrossingRequest {
  readonly algorithm: NonNullable<CrossingOptions['algorithm']>;
  readonly selfCrossings: boolean;
}

/** A line of an open survey. */
export interface CrossingProfile {
  readonly surveyId: SurveyId;
  readonly line: LineIndex;
  readonly name: string;
}

/** The document of the crossings of the open lines, for other programs. */
export interface DocumentRequest {
  readonly format: OutputFormat;
  /** With the samples of the bounding traces. */
  readonly withTraces: boolean;
  readonly selfCrossings: boolean;
}

/** A line of an open file, and what documents call it. */
export interface IdentifiedLine extends CrossingProfile {
  readonly document: ProfileId;
}

/** The nearest of all traces of the open lines: `new TraceIndex(index, starts)` answers. */
export interface OpenTraces {
  /** `NearestTrace.profile` counts these, in the order in which the surveys were opened. */
  readonly profiles: readonly CrossingProfile[];
  /** The first trace of each profile over all, and how many there are in all. */
  readonly starts: Uint32Array;
  readonly index: Uint8Array;
}

/** CDP numbers of the bounding traces nearer to each crossing; NaN where the line has none. */
export interface CrossingCdps {
  readonly cdp1: Float64Array;
  readonly cdp2: Float64Array;
}

/** Traces are those of `readNavigation`; coordinates are in the unit of the surveys. */
export interface OpenCrossings {
  /** `profile1` and `profile2` count these, in the order in which the surveys were opened. */
  readonly profiles: readonly CrossingProfile[];
  /** By profile1, profile2, t11, t21. */
  readonly crossings: Crossings;
  readonly places: CrossingPlaces & CrossingCdps;
  /** By profile1, profile2, t1From, t2From. */
  readonly overlaps: readonly Overlap[];
  /** What was left out, and why: a sentence each. */
  readonly notes: readonly string[];
  readonly algorithm: CrossingAlgorithm;
  /** Profiles of which pairs were looked at; the others' crossings are those found before. */
  readonly searchedCount: number;
  readonly stages: CrossingStages;
  /** To the job's process and back, and its start, less the stages above; 0 where nothing was searched. */
  readonly transferMs: number;
  /** From the call to its answer, waiting for an earlier search included: what the page measures beyond it is the wire. */
  readonly engineMs: number;
}
