/** Requests for what a survey does not have, refused before any read. */
import { CrosslineError } from '../../../shared/errors.ts';
import type { SamplePlace } from '../../../shared/sample-place.ts';
import type { Decimation, SlicePlane } from '../../../shared/slices.ts';

export interface PlaneCounts {
  /** 0 where the survey is no cube. */
  readonly inlines: number;
  readonly crosslines: number;
  readonly samples: number;
  readonly traces: number;
}

/** @throws CrosslineError out-of-range */
export function checkPlane(plane: SlicePlane, { rows, columns }: Decimation, counts: PlaneCounts): void {
  if (!isPositiveInteger(rows)) throw outOfRange('row decimation', rows, 'the positive integers');
  if (!isPositiveInteger(columns)) throw outOfRange('column decimation', columns, 'the positive integers');
  switch (plane.orientation) {
    case 'inline':
      checkIndex('inline index', plane.index, counts.inlines);
      return;
    case 'crossline':
      checkIndex('crossline index', plane.index, counts.crosslines);
      return;
    case 'sample':
      checkIndex('inline count', 0, counts.inlines);
      checkIndex('sample index', plane.index, counts.samples);
      return;
    case 'traces':
      checkTraceRange(plane.index, plane.count, counts.traces);
  }
}

/** @throws CrosslineError out-of-range */
export function checkPlace(place: SamplePlace, counts: PlaneCounts): void {
  if ('trace' in place) {
    checkIndex('trace index', place.trace, counts.traces);
  } else {
    checkIndex('inline index', place.inline, counts.inlines);
    checkIndex('crossline index', place.crossline, counts.crosslines);
  }
  checkIndex('sample index', place.sample, counts.samples);
}

/** @throws CrosslineError out-of-range */
export function checkTraceRange(first: number, count: number, traceCount: number): void {
  checkIndex('trace index', first, traceCount);
  if (!isPositiveInteger(count) || first + count > traceCount) {
    throw outOfRange('trace count', count, `1 to ${traceCount - first} from trace ${first} on`);
  }
}

function checkIndex(what: string, index: number, count: number): void {
  if (Number.isInteger(index) && index >= 0 && index < count) return;
  throw outOfRange(what, index, count === 0 ? 'none: the survey is no cube' : `0 to ${count - 1}`);
}

const isPositiveInteger = (value: number): boolean => Number.isInteger(value) && value >= 1;

const outOfRange = (what: string, requested: number, available: string): CrosslineError =>
  new CrosslineError({ code: 'out-of-range', what, requested, available });
