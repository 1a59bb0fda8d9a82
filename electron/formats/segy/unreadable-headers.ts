/** Traces whose headers hold something else: what overwrote them stood just where a trace would. */
import type { Finding } from '../../../shared/survey.ts';
import { warning } from './finding.ts';
import { isLegalScalar } from './scaled-words.ts';
import { traceOffset, type TraceLayout } from './trace-layout.ts';

/** One element a trace. */
export interface CheckWords {
  readonly sampleCount: Int32Array;
  readonly sampleIntervalUs: Int32Array;
}

/** What nearly all headers of a file hold. */
export interface UsualWords {
  readonly sampleCounts: readonly number[];
  readonly sampleIntervalUs: number;
}

/** Null where headers differ, so that nothing is unusual. Some headers state no count, or that of the file for a wrong one. */
export function usualWords(words: CheckWords, layout: TraceLayout): UsualWords | null {
  const sampleCount = mostFrequent(words.sampleCount);
  const sampleIntervalUs = mostFrequent(words.sampleIntervalUs);
  if (sampleCount === null || sampleIntervalUs === null) return null;
  return { sampleCounts: [sampleCount, layout.sampleCount, 0], sampleIntervalUs };
}

/**
 * Sample count, interval and scalar are all three what no header of this file has: each may be odd in sound files, and a
 * word of junk is by chance one of them once in 10,000 times.
 */
export function findUnreadable(words: CheckWords, scalars: ArrayLike<number>, usual: UsualWords): number[] {
  const unreadable: number[] = [];
  for (let trace = 0; trace < words.sampleCount.length; trace += 1) {
    if (words.sampleIntervalUs[trace] === usual.sampleIntervalUs) continue;
    if (usual.sampleCounts.includes(words.sampleCount[trace]!) || isLegalScalar(scalars[trace]!)) continue;
    unreadable.push(trace);
  }
  return unreadable;
}

/** Of headers that agree on less nothing can be said. */
const USUAL_SHARE = 0.8;

/** The value of most, found by Boyer and Moore's vote; null where most do not agree. */
function mostFrequent(values: Int32Array): number | null {
  let candidate = 0;
  let lead = 0;
  for (const value of values) {
    if (lead === 0) candidate = value;
    lead += value === candidate ? 1 : -1;
  }
  const share = values.reduce((count, value) => count + (value === candidate ? 1 : 0), 0) / values.length;
  return share >= USUAL_SHARE ? candidate : null;
}

export function unreadableFindings(traces: readonly number[], layout: TraceLayout): Finding[] {
  const [first] = traces;
  if (first === undefined) return [];
  const count = traces.length === 1 ? '1 trace has a header' : `${traces.length} traces have headers`;
  const message = `${count} of junk, the first at byte ${traceOffset(layout, first) + 1} (trace ${first + 1}).`;
  return [
    warning('headers-unreadable', message, {
      assumed:
        'Something else was written over them: they are taken for dead, and have no place on the map or the grid.',
      effect: 'Their samples, if they are sound, are seen by trace number alone.',
      lost: `${traces.length === 1 ? '1 trace' : `${traces.length} traces`} overwritten`,
    }),
  ];
}
