/** Where one sample of a survey is. */
import type { SlicePlane } from './slices.ts';
import type { SurveyId } from './survey.ts';
import {
  crosslineIndex,
  inlineIndex,
  offsetIndex,
  sampleIndex,
  traceIndex,
  type CrosslineIndex,
  type InlineIndex,
  type LineIndex,
  type OffsetIndex,
  type SampleIndex,
  type TraceIndex,
} from './units.ts';

/** On a grid (of gathers: the first offset where none is named), or along a line, without one in file order. */
export type SamplePlace =
  | {
      readonly inline: InlineIndex;
      readonly crossline: CrosslineIndex;
      readonly offset?: OffsetIndex;
      readonly sample: SampleIndex;
    }
  | { readonly trace: TraceIndex; readonly line?: LineIndex; readonly sample: SampleIndex };

export interface SampleRequest {
  readonly surveyId: SurveyId;
  readonly place: SamplePlace;
}

/**
 * Null where nothing is stored that the plane shows: in a stack, and along a line of another survey.
 * @param cell of the exact slice, in the axis order of `SlicePlane`
 */
export function placeInPlane(
  plane: SlicePlane,
  { row, column }: { readonly row: number; readonly column: number },
): SamplePlace | null {
  const sample = sampleIndex(column);
  switch (plane.orientation) {
    case 'gather':
      return { inline: plane.inline, crossline: plane.index, offset: offsetIndex(row), sample };
    case 'traces':
      return { trace: traceIndex(plane.index + row), sample, ...(plane.line !== undefined && { line: plane.line }) };
    case 'along':
      return null;
  }
  const { selection } = plane;
  if (selection?.kind === 'stack') return null;
  const offset = selection && { offset: selection.index };
  switch (plane.orientation) {
    case 'inline':
      return { inline: plane.index, crossline: crosslineIndex(row), sample, ...offset };
    case 'crossline':
      return { inline: inlineIndex(row), crossline: plane.index, sample, ...offset };
    case 'sample':
      return { inline: inlineIndex(row), crossline: crosslineIndex(column), sample: plane.index, ...offset };
  }
}
