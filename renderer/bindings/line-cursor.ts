/** The linked cursor on 2D lines: where a place of a section is on its line, and the other way round. */
import { sampleValueAt, type SampleAxis } from '../../shared/axes.ts';
import type { SlicePlane } from '../../shared/slices.ts';
import type { SurveyId } from '../../shared/survey.ts';
import type { SectionPoint } from '../scene/survey-position.ts';
import type { LineCursor } from '../state/cursor-store.ts';

/** Null where the plane is along no line. */
export function lineCursor(
  surveyId: SurveyId,
  plane: SlicePlane,
  samples: SampleAxis,
  { row, column }: SectionPoint,
): LineCursor | null {
  const isAlong = plane.orientation === 'along';
  if (!isAlong && plane.orientation !== 'traces') return null;
  if (plane.line === undefined) return null;
  const of = isAlong ? plane.profile : surveyId;
  const sampleValue = sampleValueAt(samples, column);
  return { surveyId: of, line: plane.line, trace: plane.index + row, sampleValue };
}

/** Null where the plane is along another line, or none. */
export function pointOnLine(
  surveyId: SurveyId,
  plane: SlicePlane,
  samples: SampleAxis,
  cursor: LineCursor | null,
): SectionPoint | null {
  if (cursor === null || (plane.orientation !== 'along' && plane.orientation !== 'traces')) return null;
  const of = plane.orientation === 'along' ? plane.profile : surveyId;
  if (of !== cursor.surveyId || plane.line !== cursor.line) return null;
  const column = ((cursor.sampleValue - samples.firstSampleMs) * 1000) / samples.sampleIntervalUs;
  return { row: cursor.trace - plane.index, column };
}
