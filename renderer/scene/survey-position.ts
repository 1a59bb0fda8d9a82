/** A place in a survey, shared by the 3D scene and the sections, and its place in a section. */
import type { SlicePlane } from '../../shared/slices.ts';

/** Fractional 0-based indices on the survey's axes. */
export interface SurveyPosition {
  readonly inline: number;
  readonly crossline: number;
  readonly sample: number;
}

/** Fractional indices in the exact slice (see `SlicePlane` for its axis order). */
export interface SectionPoint {
  readonly row: number;
  readonly column: number;
}

/** Null for a section by trace number, which has no place in a grid. All traces of a gather have the same. */
export function positionInSurvey(plane: SlicePlane, { row, column }: SectionPoint): SurveyPosition | null {
  switch (plane.orientation) {
    case 'inline':
      return { inline: plane.index, crossline: row, sample: column };
    case 'crossline':
      return { inline: row, crossline: plane.index, sample: column };
    case 'sample':
      return { inline: row, crossline: column, sample: plane.index };
    case 'gather':
      return { inline: plane.inline, crossline: plane.index, sample: column };
    case 'traces':
    case 'along':
      return null;
  }
}

/** The position's foot on the plane; null for a gather and a section by trace number, whose traces it does not tell apart. */
export function pointInSection(plane: SlicePlane, position: SurveyPosition): SectionPoint | null {
  switch (plane.orientation) {
    case 'inline':
      return { row: position.crossline, column: position.sample };
    case 'crossline':
      return { row: position.inline, column: position.sample };
    case 'sample':
      return { row: position.inline, column: position.crossline };
    case 'gather':
    case 'traces':
    case 'along':
      return null;
  }
}
