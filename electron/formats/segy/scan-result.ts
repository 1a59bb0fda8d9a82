/** What is known of a survey beyond its file headers, and where it comes from. Plain data, structured-clonable. */
import type { WorldFitQuality } from '../../../shared/geometry/world-fit.ts';
import type { CoordinateUnit } from '../../../shared/mapping/segy-mapping.ts';
import type { Finding } from '../../../shared/survey.ts';
import type { PlacedWords } from './geometry-places.ts';
import type { Settlement } from './hypotheses/settlement.ts';
import type { WordChoice } from './hypotheses/word-choice.ts';
import type { SurveyGeometry, TraceAlignment } from './survey-geometry.ts';

export interface SurveyKnowledge extends LearnedGeometry {
  /** Why these words. */
  readonly choice: WordChoice;
}

export interface LearnedGeometry {
  /** The header words that the geometry was read from. */
  readonly words: PlacedWords;
  readonly coordinateUnit: CoordinateUnit;
  readonly geometry: SurveyGeometry;
  readonly alignment: TraceAlignment;
  /** How well coordinates follow the grid; null where there is none, or no coordinates. */
  readonly worldFit: WorldFitQuality | null;
  /** Grid positions without a trace; null where there is no grid or not every header was read. */
  readonly missingTraceCount: number | null;
  /** Traces on positions (of gathers: and offsets) that another has already; null where there is no grid. */
  readonly duplicateTraceCount: number | null;
  /** Per trace 1 where it is dead; null where none is, or not every trace was looked at. */
  readonly deadTraces: Uint8Array | null;
  /** Null until every trace was looked at. */
  readonly deadTraceCount: number | null;
  /** About geometry, coordinates, delays and dead traces. */
  readonly findings: readonly Finding[];
}

/** The result of reading every trace header. It belongs to the file only while size and time of change stay the same. */
export interface ScanResult {
  readonly fileBytes: number;
  readonly modifiedMs: number;
  readonly settlement: Settlement;
  readonly knowledge: SurveyKnowledge;
}
