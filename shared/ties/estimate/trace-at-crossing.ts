/** The trace of a profile at a crossing: the weighted mean of those around it. */
import { liveRange, type TieTrace } from '../signal/tie-trace.ts';

export interface WeightedTrace {
  /** 0-based along the profile. */
  readonly trace: number;
  readonly weight: number;
}

export interface CrossingPosition {
  /** Positions of the profile's traces. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** Traces that bound the crossing. */
  readonly t1: number;
  readonly t2: number;
  /** Of the crossing. */
  readonly crossingX: number;
  readonly crossingY: number;
}

/** Where the crossing lies, in traces from 0. */
export function positionAlong({ x, y, t1, t2, crossingX, crossingY }: CrossingPosition): number {
  const whole = Math.hypot(x[t2]! - x[t1]!, y[t2]! - y[t1]!);
  const part = Math.hypot(crossingX - x[t1]!, crossingY - y[t1]!);
  return t1 + (whole > 0 ? Math.min(part / whole, 1) : 0) * (t2 - t1);
}

/**
 * A triangle `traces` wide about the crossing; of 2 that is linear between the bounding traces. Ascending, with a sum of 1.
 * @param traces at least 2
 */
export function tracesAround(position: number, traces: number, traceCount: number): readonly WeightedTrace[] {
  const reach = traces / 2;
  const first = Math.max(0, Math.ceil(position - reach));
  const last = Math.min(traceCount - 1, Math.floor(position + reach));
  const around: WeightedTrace[] = [];
  for (let trace = first; trace <= last; trace += 1) {
    const weight = 1 - Math.abs(trace - position) / reach;
    if (weight > 0) around.push({ trace, weight });
  }
  const sum = around.reduce((total, { weight }) => total + weight, 0);
  return around.map(({ trace, weight }) => ({ trace, weight: weight / sum }));
}

/**
 * Sample by sample the mean of the traces that are heard there (`liveRange`), by their weights; NaN where none is. So a dead
 * trace leaves the crossing to the others, and halves nothing.
 * @param traces of one axis
 */
export function meanTrace(traces: readonly TieTrace[], weights: readonly number[]): TieTrace {
  const { startMs, intervalMs, samples } = traces[0]!;
  const sums = new Float64Array(samples.length);
  const shares = new Float64Array(samples.length);
  traces.forEach((trace, at) => {
    const weight = weights[at]!;
    const { first, last } = liveRange(trace);
    for (let k = first; k <= last; k += 1) {
      const value = trace.samples[k]!;
      if (!Number.isFinite(value)) continue;
      sums[k]! += weight * value;
      shares[k]! += weight;
    }
  });
  return {
    startMs,
    intervalMs,
    samples: Float32Array.from(sums, (sum, k) => (shares[k]! > 0 ? sum / shares[k]! : NaN)),
  };
}
