/** Where a survey is looked at, in 0-based indices, and which planes it has. */
import type { Orientation, SlicePlane } from '../../shared/slices.ts';
import type { SurveyInfo } from '../../shared/survey.ts';
import { crosslineIndex, inlineIndex, sampleIndex, traceIndex } from '../../shared/units.ts';

export type PlanePositions = Readonly<Record<Orientation, number>>;

/** Traces of a section by trace number: wide enough to see structure, and one inline of the largest samples. */
export const TRACES_SHOWN = 1000;

export const isCube = ({ inline, crossline }: SurveyInfo): boolean => inline !== null && crossline !== null;

/** The planes that a kind of survey has: a cube has three, anything else is a row of traces. */
export const orientationsOf = (info: SurveyInfo): readonly Orientation[] =>
  isCube(info) ? ['inline', 'crossline', 'sample'] : ['traces'];

export const tracesShown = (info: SurveyInfo): number => Math.min(TRACES_SHOWN, info.traceCount);

/** How many indices there are to look at. */
export function indexCount(info: SurveyInfo, orientation: Orientation): number {
  switch (orientation) {
    case 'inline':
      return info.inline?.count ?? 0;
    case 'crossline':
      return info.crossline?.count ?? 0;
    case 'sample':
      return info.samples.count;
    case 'traces':
      return info.traceCount - tracesShown(info) + 1;
  }
}

export const clampIndex = (info: SurveyInfo, orientation: Orientation, index: number): number =>
  Math.min(Math.max(Math.round(index), 0), Math.max(indexCount(info, orientation) - 1, 0));

/** A tenth of the window for traces: one trace more or less is no other picture. */
export const stepOf = (info: SurveyInfo, orientation: Orientation): number =>
  orientation === 'traces' ? Math.max(1, Math.round(tracesShown(info) / 10)) : 1;

/** The middle of the survey: its first lines often lie in the taper or outside full fold. */
export const middlePositions = (info: SurveyInfo): PlanePositions => ({
  inline: Math.floor(indexCount(info, 'inline') / 2),
  crossline: Math.floor(indexCount(info, 'crossline') / 2),
  sample: Math.floor(indexCount(info, 'sample') / 2),
  traces: 0,
});

/** The positions after the geometry has changed under them. */
export const clampPositions = (info: SurveyInfo, positions: PlanePositions): PlanePositions => ({
  inline: clampIndex(info, 'inline', positions.inline),
  crossline: clampIndex(info, 'crossline', positions.crossline),
  sample: clampIndex(info, 'sample', positions.sample),
  traces: clampIndex(info, 'traces', positions.traces),
});

export function planeOf(info: SurveyInfo, orientation: Orientation, positions: PlanePositions): SlicePlane {
  switch (orientation) {
    case 'inline':
      return { orientation, index: inlineIndex(positions.inline) };
    case 'crossline':
      return { orientation, index: crosslineIndex(positions.crossline) };
    case 'sample':
      return { orientation, index: sampleIndex(positions.sample) };
    case 'traces':
      return { orientation, index: traceIndex(positions.traces), count: tracesShown(info) };
  }
}
