/** How far it is from trace to trace: along the ground where there are coordinates, in CDP numbers elsewhere. */
import type { CoordinateUnit } from '../../../shared/mapping/segy-mapping.ts';
import type { HeaderColumn } from '../../native/native-reader.ts';
import { isAngle } from './coordinate-unit.ts';
import { isCoordinate } from './coordinate-words.ts';
import { applyScalar } from './scaled-words.ts';
import { pickTraces } from './seeded-random.ts';

/** One element a trace, in file order. */
export interface StoredPositions {
  /** As stored. */
  readonly x: HeaderColumn;
  readonly y: HeaderColumn;
  readonly coordinateScalar: HeaderColumn;
  readonly cdp: Int32Array;
}

/** World positions of all traces, NaN where one has none; null where no trace has, or where they are angles. */
export interface WorldPositions {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export function worldPositions(stored: StoredPositions, unit: CoordinateUnit): WorldPositions | null {
  if (isAngle(unit)) return null;
  const x = new Float64Array(stored.x.length).fill(Number.NaN);
  const y = new Float64Array(stored.y.length).fill(Number.NaN);
  let isAny = false;
  for (let trace = 0; trace < x.length; trace += 1) {
    if (!isCoordinate(stored.x[trace]!, stored.y[trace]!)) continue;
    const scalar = stored.coordinateScalar[trace]!;
    x[trace] = applyScalar(stored.x[trace]!, scalar);
    y[trace] = applyScalar(stored.y[trace]!, scalar);
    isAny = true;
  }
  return isAny ? { x, y } : null;
}

/** From each of the traces to the next; NaN where one of them has no position. */
export function groundSteps({ x, y }: WorldPositions, traces: Int32Array): Float64Array {
  const steps = new Float64Array(Math.max(traces.length - 1, 0));
  for (let at = 0; at < steps.length; at += 1) {
    const [here, there] = [traces[at]!, traces[at + 1]!];
    steps[at] = distanceOf(x[there]! - x[here]!, y[there]! - y[here]!);
  }
  return steps;
}

/** Coordinates neither overflow nor vanish when squared, and Math.hypot takes ten times as long. */
export const distanceOf = (x: number, y: number): number => Math.sqrt(x * x + y * y);

export function numberSteps(numbers: Int32Array, traces: Int32Array): Float64Array {
  const steps = new Float64Array(Math.max(traces.length - 1, 0));
  for (let at = 0; at < steps.length; at += 1) {
    steps[at] = Math.abs(numbers[traces[at + 1]!]! - numbers[traces[at]!]!);
  }
  return steps;
}

/** Steps that settle a median; a million would take 100 ms to sort. */
const STEPS_WANTED = 8192;

/** The usual step: the median of those that are steps at all; null where none is. */
export function usualStep(steps: Float64Array): number | null {
  const taken = sortedSteps(steps).filter((step) => step > 0);
  return taken[taken.length >> 1] ?? null;
}

/** Evenly spread ones, ascending, those that are NaN last. */
export const sortedSteps = (steps: Float64Array): Float64Array =>
  steps.length <= STEPS_WANTED
    ? steps.toSorted()
    : Float64Array.from(pickTraces(steps.length, STEPS_WANTED, 4), (at) => steps[at]!).sort();
