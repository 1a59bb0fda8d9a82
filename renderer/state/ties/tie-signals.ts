/** The samples of a tie's gate as the panel draws them. */
import { hilbertTransform } from '../../../shared/ties/signal/analytic-signal.ts';
import type { TieDetail } from '../../../shared/ties/tie-detail.ts';

export interface GateTraces {
  readonly trace1: Float32Array;
  readonly trace2: Float32Array;
  /** Trace 2 less trace 1; NaN where one is not heard. */
  readonly difference: Float32Array;
  /** Largest amplitude of both: what all three are drawn to. */
  readonly peak: number;
}

export function gateTraces({ trace1, trace2, gate }: Pick<TieDetail, 'trace1' | 'trace2' | 'gate'>): GateTraces {
  const [a, b] = [trace1.subarray(gate.first, gate.end), trace2.subarray(gate.first, gate.end)];
  let peak = 0;
  // A comparison with NaN is false.
  for (const value of [...a, ...b]) if (Math.abs(value) > peak) peak = Math.abs(value);
  return { trace1: a, trace2: b, difference: b.map((value, k) => value - a[k]!), peak };
}

/** gain rotate(trace, phaseDeg), as `TieCorrection` has it; NaN stays where nothing is heard. */
export function rotated(trace: Float32Array, gain: number, phaseDeg: number): Float32Array {
  const heard = Float64Array.from(trace, (value) => (Number.isNaN(value) ? 0 : value));
  const [quadrature] = hilbertTransform(heard);
  const cosine = gain * Math.cos((phaseDeg * Math.PI) / 180);
  const sine = gain * Math.sin((phaseDeg * Math.PI) / 180);
  return trace.map((value, k) => cosine * value - sine * quadrature[k]!);
}
