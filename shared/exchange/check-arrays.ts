/** Positions and samples of a document, packed or as lists of numbers in which null is NaN. */
import type { ArrayCheck } from './check-document.ts';
import { shownValue } from './document-problems.ts';
import type { Positions } from './exchange-document.ts';
import { PackedArray } from './packed-array.ts';

export function checkPositions(value: unknown, path: string, { problems, unpack }: ArrayCheck): Positions | null {
  const found = unpack(value);
  if (found instanceof PackedArray) {
    const { shape, data } = found;
    if (shape.length !== 2 || shape[1] !== 2 || 2 * shape[0]! !== data.length) {
      problems.add(path, `has the shape [${shape.join(', ')}] over ${data.length} numbers, not [n, 2]`);
      return null;
    }
    if (data.some((number) => Math.abs(number) === Infinity)) problems.add(path, 'holds an infinite number');
    return data instanceof Float64Array ? data : Float64Array.from(data);
  }
  if (!Array.isArray(found)) {
    problems.add(path, `is ${shownValue(found)}, not float64 [n x 2]`);
    return null;
  }
  const pairs = found as readonly unknown[];
  const positions = new Float64Array(2 * pairs.length);
  pairs.forEach((pair, i) => {
    if (!Array.isArray(pair) || pair.length !== 2 || !pair.every(isNumberOrNull)) {
      problems.add(`${path}[${i}]`, 'is not a pair of numbers');
      return;
    }
    const [x, y] = pair as (number | null)[];
    positions[2 * i] = x ?? NaN;
    positions[2 * i + 1] = y ?? NaN;
  });
  return positions;
}

export function checkSamples(value: unknown, path: string, { problems, unpack }: ArrayCheck): Float32Array | null {
  const found = unpack(value);
  if (found instanceof PackedArray) {
    if (found.shape.length === 1 && found.shape[0] === found.data.length) return Float32Array.from(found.data);
    problems.add(path, `has the shape [${found.shape.join(', ')}], not [n]`);
    return null;
  }
  if (!Array.isArray(found)) {
    problems.add(path, `is ${shownValue(found)}, not float32 [n]`);
    return null;
  }
  const samples = found as readonly unknown[];
  const wrong = samples.findIndex((sample) => !isNumberOrNull(sample));
  if (wrong >= 0) {
    problems.add(`${path}[${wrong}]`, `is ${shownValue(samples[wrong])}, not a number`);
    return null;
  }
  return Float32Array.from(samples as readonly (number | null)[], (sample) => sample ?? NaN);
}

/** JSON has no other numbers that are not finite. */
const isNumberOrNull = (value: unknown): boolean =>
  value === null || (typeof value === 'number' && !Number.isNaN(value));
