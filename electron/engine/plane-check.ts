/** Whether a survey has the plane that a request names. Requests come from outside: every number is looked at. */
import type { LineAxis } from '../../shared/axes.ts';
import { CrosslineError } from '../../shared/errors.ts';
import { planeShape, type Decimation, type SlicePlane } from '../../shared/slices.ts';
import type { SurveyInfo } from '../../shared/survey.ts';

/** 1 GiB of float32: twice the largest time slice that anyone has shown us, and what one buffer may sensibly take. */
const MAX_ELEMENTS = 2 ** 28;

/** @throws CrosslineError out-of-range */
export function checkedShape(info: SurveyInfo, plane: SlicePlane, decimation: Decimation): [number, number] {
  checkPlane(info, plane);
  checkCount('decimation', decimation.rows);
  checkCount('decimation', decimation.columns);
  const counts = {
    inlines: info.inline?.count ?? 0,
    crosslines: info.crossline?.count ?? 0,
    samples: info.samples.count,
  };
  const shape = planeShape(plane, counts, decimation);
  if (shape[0] * shape[1] > MAX_ELEMENTS) {
    throw outOfRange('slice size', shape[0] * shape[1], `at most ${MAX_ELEMENTS} samples`);
  }
  return shape;
}

function checkPlane(info: SurveyInfo, plane: SlicePlane): void {
  switch (plane.orientation) {
    case 'inline':
      checkLine('inline', info.inline, plane.index);
      break;
    case 'crossline':
      checkLine('crossline', info.crossline, plane.index);
      break;
    case 'sample':
      if (info.inline === null) throw outOfRange('time slice', plane.index, 'none: the survey is no cube');
      checkIndex('sample', plane.index, info.samples.count);
      break;
    case 'traces':
      checkIndex('trace', plane.index, info.traceCount);
      checkCount('trace count', plane.count);
      checkIndex('trace', plane.index + plane.count - 1, info.traceCount);
      break;
    default:
      throw new CrosslineError({ code: 'usage', detail: 'The request names no known plane' });
  }
}

function checkLine(what: string, axis: LineAxis | null, index: number): void {
  if (axis === null) throw outOfRange(what, index, 'none: the survey is no cube');
  if (!isIndex(index, axis.count)) {
    throw outOfRange(what, axis.first + index * axis.step, `${axis.first} to ${axis.last}, step ${axis.step}`);
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
