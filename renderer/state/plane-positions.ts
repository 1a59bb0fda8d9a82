/** Where a survey is looked at, in 0-based indices, and which planes it has. */
import { offsetCount } from '../../shared/axes.ts';
import type { Orientation, SlicePlane, TraceSelection } from '../../shared/slices.ts';
import type { SurveyInfo } from '../../shared/survey.ts';
import {
  crosslineIndex,
  inlineIndex,
  lineIndex,
  offsetIndex,
  sampleIndex,
  traceIndex,
  type LineIndex,
} from '../../shared/units.ts';

/** A gather stands where the inline and the crossline cross. */
type Movable = Exclude<Orientation, 'gather'>;

export interface PlanePositions extends Readonly<Record<Movable, number>> {
  /** Of `SurveyInfo.lines`; 0 where there are none. */
  readonly line: LineIndex;
  /** What the planes through gathers show. */
  readonly selection: TraceSelection;
}

/** The position that moves an orientation's plane: along an inline from gather to gather. */
export const positionKey = (orientation: Orientation): Movable =>
  orientation === 'gather' ? 'crossline' : orientation;

/** Traces of a section by trace number: wide enough to see structure, and one inline of the largest samples. */
export const TRACES_SHOWN = 1000;
/** Of a line, which is looked at as a whole: longer ones are seldom, and this many still come in one picture. */
export const LINE_TRACES_SHOWN = 4000;

export const isCube = ({ inline, crossline, gathers }: SurveyInfo): boolean =>
  inline !== null && crossline !== null && (gathers === null || gathers.positions === 'bins');

/** The planes that a kind of survey has: a grid has three, and its gathers; anything else is a row of traces. */
export function orientationsOf(info: SurveyInfo): readonly Orientation[] {
  switch (info.gathers?.positions) {
    case 'bins':
      return ['inline', 'crossline', 'sample', 'gather'];
    case 'cdps':
      return ['inline', 'gather'];
    case 'shots':
      return ['gather', 'inline'];
    case undefined:
      return isCube(info) ? ['inline', 'crossline', 'sample'] : ['traces'];
  }
}

/**
 * Those that have a position of their own to be moved to: a gather stands at the crossline's, lines of which there is one
 * stay, and a section that shows all traces does not move.
 */
export function movableOrientations(info: SurveyInfo, line: LineIndex): readonly Movable[] {
  switch (info.gathers?.positions) {
    case 'bins':
      return ['inline', 'crossline', 'sample'];
    case 'cdps':
    case 'shots':
      return info.inline?.count === 1 ? ['crossline'] : ['inline', 'crossline'];
    case undefined:
      if (isCube(info)) return ['inline', 'crossline', 'sample'];
      return indexCount(info, 'traces', line) > 1 ? ['traces'] : [];
  }
}

/** Traces of the line that is looked at, or of the whole file. */
export const tracesAlong = ({ lines, traceCount }: SurveyInfo, line: LineIndex): number =>
  lines?.lines.at(line)?.traceCount ?? traceCount;

export const tracesShown = (info: SurveyInfo, line: LineIndex): number =>
  Math.min(info.lines === null ? TRACES_SHOWN : LINE_TRACES_SHOWN, tracesAlong(info, line));

/** How many indices there are to look at. */
export function indexCount(info: SurveyInfo, orientation: Orientation, line: LineIndex): number {
  switch (orientation) {
    case 'inline':
      return info.inline?.count ?? 0;
    case 'crossline':
    case 'gather':
      return info.crossline?.count ?? 0;
    case 'sample':
      return info.samples.count;
    case 'traces':
      return tracesAlong(info, line) - tracesShown(info, line) + 1;
  }
}

export const clampIndex = (info: SurveyInfo, orientation: Orientation, line: LineIndex, index: number): number =>
  Math.min(Math.max(Math.round(index), 0), Math.max(indexCount(info, orientation, line) - 1, 0));

/** A tenth of the window for traces: one trace more or less is no other picture. */
export const stepOf = (info: SurveyInfo, orientation: Orientation, line: LineIndex): number =>
  orientation === 'traces' ? Math.max(1, Math.round(tracesShown(info, line) / 10)) : 1;

/** The middle of the survey: its first lines often lie in the taper or outside full fold. Of gathers the nearest offset. */
export const middlePositions = (info: SurveyInfo): PlanePositions => {
  const line = lineIndex(0);
  const middle = (orientation: Orientation): number => Math.floor(indexCount(info, orientation, line) / 2);
  return {
    inline: middle('inline'),
    crossline: middle('crossline'),
    sample: middle('sample'),
    traces: 0,
    line,
    selection: { kind: 'offset', index: offsetIndex(0) },
  };
};

/** The positions after the geometry has changed under them. */
export function clampPositions(info: SurveyInfo, positions: PlanePositions): PlanePositions {
  const line = lineIndex(Math.min(positions.line, Math.max((info.lines?.lines.length ?? 1) - 1, 0)));
  return {
    inline: clampIndex(info, 'inline', line, positions.inline),
    crossline: clampIndex(info, 'crossline', line, positions.crossline),
    sample: clampIndex(info, 'sample', line, positions.sample),
    traces: clampIndex(info, 'traces', line, positions.traces),
    line,
    selection: clampSelection(info, positions.selection),
  };
}

export function clampSelection({ gathers }: SurveyInfo, selection: TraceSelection): TraceSelection {
  if (selection.kind === 'stack' && gathers !== null) return selection;
  const last = gathers === null ? 0 : offsetCount(gathers.offsets) - 1;
  const index = selection.kind === 'stack' ? 0 : Math.min(Math.max(Math.round(selection.index), 0), last);
  return { kind: 'offset', index: offsetIndex(index) };
}

export function planeOf(info: SurveyInfo, orientation: Orientation, positions: PlanePositions): SlicePlane {
  const selected = info.gathers === null ? {} : { selection: positions.selection };
  switch (orientation) {
    case 'inline':
      return { orientation, index: inlineIndex(positions.inline), ...selected };
    case 'crossline':
      return { orientation, index: crosslineIndex(positions.crossline), ...selected };
    case 'sample':
      return { orientation, index: sampleIndex(positions.sample), ...selected };
    case 'gather':
      return { orientation, index: crosslineIndex(positions.crossline), inline: inlineIndex(positions.inline) };
    case 'traces': {
      const { line, traces } = positions;
      const plane = { orientation, index: traceIndex(traces), count: tracesShown(info, line) };
      return info.lines === null ? plane : { ...plane, line };
    }
  }
}
