/** The planes and edges of a survey in its grid: what is fixed on each, and which two axes it spans. */
import type { PlaneOrientation } from './scene-events.ts';
import type { SurveyPosition } from './survey-position.ts';

export type GridAxis = keyof SurveyPosition;

/** Axes along the rows and columns of each plane's slice. The plane's own name is the axis it is perpendicular to. */
export const PLANE_AXES: Readonly<Record<PlaneOrientation, { readonly row: GridAxis; readonly column: GridAxis }>> = {
  inline: { row: 'crossline', column: 'sample' },
  crossline: { row: 'inline', column: 'sample' },
  sample: { row: 'inline', column: 'crossline' },
};

export const PLANE_ORIENTATIONS: readonly PlaneOrientation[] = ['inline', 'crossline', 'sample'];

/** First and last index of an axis as the 3D scene shows it: from line to line; half a cell to both sides of a single one. */
export const axisEnds = (count: number): readonly [low: number, high: number] =>
  count > 1 ? [0, count - 1] : [-0.5, 0.5];

/** Corners (row low or high, column low or high) of a plane: 00, 01, 10, 11. */
export function planeCorners(
  orientation: PlaneOrientation,
  index: number,
  counts: SurveyPosition,
): readonly [SurveyPosition, SurveyPosition, SurveyPosition, SurveyPosition] {
  const { row, column } = PLANE_AXES[orientation];
  const rows = axisEnds(counts[row]);
  const columns = axisEnds(counts[column]);
  const at = (r: number, c: number): SurveyPosition => planePosition(orientation, index, r, c);
  return [at(rows[0], columns[0]), at(rows[0], columns[1]), at(rows[1], columns[0]), at(rows[1], columns[1])];
}

export function planePosition(
  orientation: PlaneOrientation,
  index: number,
  row: number,
  column: number,
): SurveyPosition {
  switch (orientation) {
    case 'inline':
      return { inline: index, crossline: row, sample: column };
    case 'crossline':
      return { inline: row, crossline: index, sample: column };
    case 'sample':
      return { inline: row, crossline: column, sample: index };
  }
}
