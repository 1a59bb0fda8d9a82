/** What a file without a grid holds: a 2D line, gathers, or traces of which nothing more is known. */
import { isCoordinate } from './coordinate-words.ts';
import { applyScalar } from './scaled-words.ts';
import type { ScannedHeaders } from './scan-headers.ts';

export type SequenceKind = 'line' | 'gathers' | 'traces';

/** Steps along a line: nearly all, some being gaps or bends. */
const MOST = 0.9;

/**
 * A line: CDP numbers that step evenly or positions that move on evenly from trace to trace. Gathers: several traces
 * for each of several CDPs or field records, or offsets that change within one position.
 */
export function sequenceKind(headers: ScannedHeaders): SequenceKind {
  if (headers.cdp.length < 2) return 'traces';
  if (stepsEvenly(numberSteps(headers.cdp))) return 'line';
  if (hasGroups(headers.cdp)) return 'gathers';
  const movesEvenly = stepsEvenly(positionSteps(headers));
  // Some writers keep the line's number where the field record's belongs; gathers have offsets.
  if (hasGroups(headers.fieldRecord) && !(movesEvenly && changeShare(headers.offset) === 0)) return 'gathers';
  if (movesEvenly) return 'line';
  const isOnePosition = changeShare(headers.inline) === 0 && changeShare(headers.crossline) === 0;
  return isOnePosition && changeShare(headers.offset) > MOST ? 'gathers' : 'traces';
}
const numberSteps = (numbers: Int32Array): Float64Array =>
  Float64Array.from(numbers.subarray(1), (number, i) => Math.abs(number - numbers[i]!));

/** Distances between neighbouring traces; 0 where one of them has no coordinates. */
function positionSteps({ x, y, coordinateScalar }: ScannedHeaders): Float64Array {
  const steps = new Float64Array(x.length - 1);
  for (let i = 0; i < steps.length; i += 1) {
    if (!isCoordinate(x[i]!, y[i]!) || !isCoordinate(x[i + 1]!, y[i + 1]!)) continue;
    const at = (words: Float64Array, trace: number): number => applyScalar(words[trace]!, coordinateScalar[trace]!);
    steps[i] = Math.hypot(at(x, i + 1) - at(x, i), at(y, i + 1) - at(y, i));
  }
  return steps;
}

/** Whether nearly all steps are within a factor of 4 of the median, and the median is one at all. */
function stepsEvenly(steps: Float64Array): boolean {
  const median = steps.toSorted()[steps.length >> 1]!;
  if (median === 0) return false;
  const even = steps.reduce((count, step) => count + (step > median / 4 && step < median * 4 ? 1 : 0), 0);
  return even > MOST * steps.length;
}

/** Several runs of the same number, at least two traces each on average. */
export function hasGroups(numbers: Int32Array): boolean {
  const runs = 1 + Math.round(changeShare(numbers) * (numbers.length - 1));
  return runs > 1 && runs <= numbers.length / 2;
}

/** Share of neighbouring traces whose numbers differ. */
function changeShare(numbers: Int32Array): number {
  let changes = 0;
  for (let i = 1; i < numbers.length; i += 1) changes += numbers[i] === numbers[i - 1] ? 0 : 1;
  return changes / (numbers.length - 1);
}
