/** Whether a survey has the plane that a request names. Requests come from outside: every number is looked at. */
import { offsetCount, type LineAxis } from '../../shared/axes.ts';
import { CrosslineError } from '../../shared/errors.ts';
import { ALONG_INTERPOLATIONS } from '../../shared/geometry/along/trace-weights.ts';
import type { NavigationRange } from '../../shared/navigation.ts';
import type { SamplePlace } from '../../shared/sample-place.ts';
import type { AlongPlane, Decimation, SurveyPlane, TraceSelection } from '../../shared/slices.ts';
import type { SurveyInfo } from '../../shared/survey.ts';
import type { LineIndex } from '../../shared/units.ts';

/** @throws CrosslineError out-of-range; usage where it is no plane at all */
export function checkPlane(info: SurveyInfo, plane: SurveyPlane, decimation: Decimation): void {
  checkCount('decimation', decimation.rows);
  checkCount('decimation', decimation.columns);
  switch (plane.orientation) {
    case 'inline':
      checkLine('inline', info.inline, plane.index);
      checkSelection(info, plane.selection);
      break;
    case 'crossline':
      checkLine('crossline', info.crossline, plane.index);
      checkSelection(info, plane.selection);
      break;
    case 'sample':
      if (info.inline === null) throw outOfRange('time slice', plane.index, NO_CUBE);
      checkIndex('sample', plane.index, info.samples.count);
      checkSelection(info, plane.selection);
      break;
    case 'gather':
      if (info.gathers === null) throw outOfRange('gather', plane.index, NO_GATHERS);
      checkLine('inline', info.inline, plane.inline);
      checkLine('crossline', info.crossline, plane.index);
      break;
    case 'traces':
      checkTraceRange(plane.index, plane.count, tracesOf(info, plane.line));
      break;
    default:
      throw new CrosslineError({ code: 'usage', detail: 'The request names no known plane' });
  }
}

/** What can be told without the survey of the line. @throws CrosslineError out-of-range, usage */
export function checkAlong({ count, interpolation }: AlongPlane, decimation: Decimation): void {
  checkCount('decimation', decimation.rows);
  checkCount('decimation', decimation.columns);
  checkCount('trace count', count);
  if (ALONG_INTERPOLATIONS.includes(interpolation)) return;
  throw new CrosslineError({ code: 'usage', detail: `The request names no known interpolation` });
}

/** @throws CrosslineError out-of-range; usage where the survey is no cube */
export function checkGridTraces({ name, kind, inline, crossline }: SurveyInfo, cells: Int32Array, every: number): void {
  if (kind !== 'cube' || inline === null || crossline === null) {
    throw new CrosslineError({ code: 'usage', detail: `${name} is no cube` });
  }
  const count = inline.count * crossline.count;
  for (const cell of cells) checkIndex('position', cell, count);
  checkCount('decimation', every);
}

/** @throws CrosslineError out-of-range */
export function checkPlace(info: SurveyInfo, place: SamplePlace): void {
  if ('trace' in place) {
    checkIndex('trace', place.trace, tracesOf(info, place.line));
  } else {
    checkLine('inline', info.inline, place.inline);
    checkLine('crossline', info.crossline, place.crossline);
    if (place.offset !== undefined) checkSelection(info, { kind: 'offset', index: place.offset });
  }
  checkIndex('sample', place.sample, info.samples.count);
}

/** @throws CrosslineError out-of-range */
export function checkTraceRange(first: number, count: number, traceCount: number): void {
  checkIndex('trace', first, traceCount);
  checkCount('trace count', count);
  checkIndex('trace', first + count - 1, traceCount);
}

/** @throws CrosslineError out-of-range */
export function checkNavigation(info: SurveyInfo, { line, first, count, every }: NavigationRange): void {
  checkTraceRange(first, count, tracesOf(info, line));
  checkCount('decimation', every);
}

export const noLine = ({ line }: Pick<NavigationRange, 'line'>): CrosslineError =>
  outOfRange('line', line, 'none: the survey holds no lines');

/** Of a line, or of the file without one. */
function tracesOf({ lines, traceCount }: SurveyInfo, line: LineIndex | undefined): number {
  if (line === undefined) return traceCount;
  if (lines === null) throw noLine({ line });
  checkIndex('line', line, lines.lines.length);
  return lines.lines[line]!.traceCount;
}

const NO_CUBE = 'none: the survey is no cube';
const NO_GATHERS = 'none: the survey has one trace a position';

function checkLine(what: string, axis: LineAxis | null, index: number): void {
  if (axis === null) throw outOfRange(what, index, NO_CUBE);
  if (!isIndex(index, axis.count)) {
    throw outOfRange(what, axis.first + index * axis.step, `${axis.first} to ${axis.last}, step ${axis.step}`);
  }
}

function checkSelection({ gathers }: SurveyInfo, selection: TraceSelection | undefined): void {
  if (selection === undefined) return;
  switch (selection.kind) {
    case 'stack':
      if (gathers === null) throw outOfRange('stack', 0, NO_GATHERS);
      break;
    case 'offset':
      if (gathers === null) throw outOfRange('offset', selection.index, NO_GATHERS);
      checkIndex('offset', selection.index, offsetCount(gathers.offsets));
      break;
    default:
      throw new CrosslineError({ code: 'usage', detail: 'The request names no known selection of traces' });
  }
}

function checkIndex(what: string, index: number, count: number): void {
  if (!isIndex(index, count)) throw outOfRange(what, index, `0 to ${count - 1}`);
}

function checkCount(what: string, count: number): void {
  if (!Number.isSafeInteger(count) || count < 1) throw outOfRange(what, count, 'whole numbers from 1 on');
}

const isIndex = (index: number, count: number): boolean => Number.isSafeInteger(index) && index >= 0 && index < count;

const outOfRange = (what: string, requested: number, available: string): CrosslineError =>
  new CrosslineError({ code: 'out-of-range', what, requested, available });
