/** Where one sample of a survey is. */
import type { SlicePlane } from './slices.ts';
import type { SurveyId } from './survey.ts';
import {
  crosslineIndex,
  inlineIndex,
  sampleIndex,
  traceIndex,
  type CrosslineIndex,
  type InlineIndex,
  type SampleIndex,
  type TraceIndex,
} from './units.ts';

/** On a cube's grid, or in file order whatever the geometry. */
export type SamplePlace =
  | { readonly inline: InlineIndex; readonly crossline: CrosslineIndex; readonly sample: SampleIndex }
  | { readonly trace: TraceIndex; readonly sample: SampleIndex };

export interface SampleRequest {
  readonly surveyId: SurveyId;
  readonly place: SamplePlace;
}

/** @param cell of the exact slice, in the axis order of `SlicePlane` */
export function placeInPlane(
  plane: SlicePlane,
  { row, column }: { readonly row: number; readonly column: number },
): SamplePlace {
  switch (plane.orientation) {
    case 'inline':
      return { inline: plane.index, crossline: crosslineIndex(row), sample: sampleIndex(column) };
    case 'crossline':
      return { inline: inlineIndex(row), crossline: plane.index, sample: sampleIndex(column) };
    case 'sample':
      return { inline: inlineIndex(row), crossline: crosslineIndex(column), sample: plane.index };
    case 'traces':
      return { trace: traceIndex(plane.index + row), sample: sampleIndex(column) };
  }
}
