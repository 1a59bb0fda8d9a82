/** What a file without a grid holds: a 2D line, gathers, or traces of which nothing more is known. */
import { isCoordinate } from './coordinate-words.ts';
import { applyScalar } from './scaled-words.ts';
import type { ScannedHeaders } from './scan-headers.ts';
import { distanceOf, sortedSteps } from './trace-steps.ts';

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

function numberSteps(numbers: Int32Array): Float64Array {
  const steps = new Float64Array(numbers.length - 1);
  for (let i = 0; i < steps.length; i += 1) steps[i] = Math.abs(numbers[i + 1]! - numbers[i]!);
  return steps;
}

/** Distances between neighbouring traces; 0 where one of them has no coordinates. */
function positionSteps({ x, y, coordinateScalar }: ScannedHeaders): Float64Array {
  const steps = new Float64Array(x.length - 1);
  for (let i = 0; i < steps.length; i += 1) {
    if (!isCoordinate(x[i]!, y[i]!) || !isCoordinate(x[i + 1]!, y[i + 1]!)) continue;
    const [here, there] = [coordinateScalar[i]!, coordinateScalar[i + 1]!];
    const eastings = applyScalar(x[i + 1]!, there) - applyScalar(x[i]!, here);
    const northings = applyScalar(y[i + 1]!, there) - applyScalar(y[i]!, here);
    steps[i] = distanceOf(eastings, northings);
  }
  return steps;
}

/** Whether nearly all steps are within a factor of 4 of the median, and the median is one at all. */
function stepsEvenly(steps: Float64Array): boolean {
  const sorted = sortedSteps(steps);
  const median = sorted[sorted.length >> 1]!;
  if (median === 0) return false;
  let even = 0;
  for (const step of steps) if (step > median / 4 && step < median * 4) even += 1;
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
