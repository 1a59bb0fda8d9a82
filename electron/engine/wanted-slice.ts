/** A slice that is asked for: checked, named, and how it is read. */
import type { AlongPlane, Decimation, SlicePlane } from '../../shared/slices.ts';
import type { SurveyId } from '../../shared/survey.ts';
import { alongSection } from './along/along-section.ts';
import { readAlong } from './along/read-along.ts';
import type { OpenSurvey, ServedRead } from './open-survey.ts';
import { checkedShape } from './plane-check.ts';
import { sliceKey } from './slice-key.ts';

export interface WantedSlice {
  readonly survey: OpenSurvey;
  readonly plane: SlicePlane;
  readonly decimation: Decimation;
  readonly shape: readonly [rows: number, columns: number];
  /** Begins with the survey's `keyPrefix`. */
  readonly key: string;
  /** Of the same plane without decimation. */
  readonly exactKey: string;
  /** As `OpenSurvey.readSlice`. */
  readonly read: (into: Float32Array, signal: AbortSignal) => Promise<ServedRead>;
}

type SurveyOf = (surveyId: SurveyId) => OpenSurvey;

/** @throws CrosslineError out-of-range, a survey's own fault; usage, survey-not-open along a line */
export function wantedSlice(
  survey: OpenSurvey,
  plane: SlicePlane,
  decimation: Decimation,
  surveyOf: SurveyOf,
): WantedSlice {
  survey.checkReadable();
  if (plane.orientation === 'along') return sliceAlong(survey, plane, decimation, surveyOf(plane.profile));
  return {
    survey,
    plane,
    decimation,
    shape: checkedShape(survey.source.info, plane, decimation),
    key: sliceKey(survey.keyPrefix, plane, decimation),
    exactKey: sliceKey(survey.keyPrefix, plane, { rows: 1, columns: 1 }),
    read: (into, signal) => survey.readSlice(plane, decimation, into, signal),
  };
}

/** Its positions are in memory: of a line whose file can no longer be read they are what they were. */
function sliceAlong(survey: OpenSurvey, plane: AlongPlane, decimation: Decimation, profile: OpenSurvey): WantedSlice {
  const { info } = survey.source;
  const shape = checkedShape(info, plane, decimation);
  const section = alongSection(info, profile.source, plane, decimation.rows);
  // The line may be read anew, by other positions.
  const keyOf = (every: Decimation): string => `${sliceKey(survey.keyPrefix, plane, every)}/${profile.keyPrefix}`;
  return {
    survey,
    plane,
    decimation,
    shape,
    key: keyOf(decimation),
    exactKey: keyOf({ rows: 1, columns: 1 }),
    read: (into, signal) => readAlong(survey, section, plane.interpolation, decimation.columns, into, signal),
  };
}
