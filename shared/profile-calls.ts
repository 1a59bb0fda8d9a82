/** Where the traces of the open 2D lines are, as the page asks for it. */
import type { ProfileLines } from './geometry/crossings/profile-lines.ts';
import type { CoordinateUnit } from './mapping/segy-mapping.ts';
import type { SurveyId } from './survey.ts';
import type { LineIndex } from './units.ts';

export interface OpenProfile {
  readonly surveyId: SurveyId;
  readonly line: LineIndex;
  readonly name: string;
  readonly unit: CoordinateUnit;
}

/** A line that lies nowhere. */
export interface PlacelessProfile {
  readonly surveyId: SurveyId;
  readonly line: LineIndex;
  readonly name: string;
  /** E.g. "its trace headers hold no coordinates". */
  readonly reason: string;
}

export interface OpenProfiles {
  /** In the order of the surveys that were asked for. */
  readonly profiles: readonly OpenProfile[];
  /** Traces as those of `readNavigation`. */
  readonly positions: ProfileLines;
  /** One a trace, as the positions. */
  readonly cdp: Int32Array;
  /** One a trace: how far a line without it would stray (`measureDetail`), in the unit of the positions. */
  readonly detail: Float32Array;
  readonly placeless: readonly PlacelessProfile[];
}
