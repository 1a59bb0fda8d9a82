/** The name of a slice in the cache: survey, generation of its geometry, plane, decimation. */
import type { Decimation, SlicePlane } from '../../shared/slices.ts';
import type { SurveyId } from '../../shared/survey.ts';

/** Every key of a survey's generation starts with this. */
export const generationPrefix = (surveyId: SurveyId, generation: number): string => `${surveyId}/${generation}/`;

export function sliceKey(prefix: string, plane: SlicePlane, { rows, columns }: Decimation): string {
  const count = plane.orientation === 'traces' ? `+${plane.count}` : '';
  return `${prefix}${plane.orientation}:${plane.index}${count}/${rows}x${columns}`;
}
