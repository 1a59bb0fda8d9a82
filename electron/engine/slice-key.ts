/** The name of a slice in the cache: survey, generation of its geometry, plane, decimation. */
import { planeKey, type Decimation, type SlicePlane } from '../../shared/slices.ts';
import type { SurveyId } from '../../shared/survey.ts';

/** Every key of a survey's generation starts with this. */
export const generationPrefix = (surveyId: SurveyId, generation: number): string => `${surveyId}/${generation}/`;

export const sliceKey = (prefix: string, plane: SlicePlane, { rows, columns }: Decimation): string =>
  `${prefix}${planeKey(plane)}/${rows}x${columns}`;
