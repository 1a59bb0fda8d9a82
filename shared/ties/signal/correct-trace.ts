import { shiftCurveAt, type TieCorrection } from '../correction.ts';
import type { PreparedTrace } from './prepare-trace.ts';
import { interpolatePair } from './sinc-kernel.ts';
import type { TimeAxis } from './tie-trace.ts';

/** So near to a sample, in samples, a time is that sample's. */
const ON_A_SAMPLE = 1e-6;

/** A trace with its correction applied, on an axis of corrected times. */
export function correctTrace(trace: PreparedTrace, correction: TieCorrection, axis: TimeAxis): PreparedTrace {
  const { shiftMs, phaseDeg, gain, shiftCurve } = correction;
  return shiftTrace(trace, axis, gain, phaseDeg, (timeMs) => shiftMs + shiftCurveAt(shiftCurve, timeMs));
}

/**
 * The Hilbert transform of the corrected trace is taken to be the corrected Hilbert transform: right where the shift does
 * not vary, and off by the square of the strain where it does.
 * @param shiftMsAt of a corrected time
 */
export function shiftTrace(
  trace: PreparedTrace,
  { startMs, intervalMs, count }: TimeAxis,
  gain: number,
  phaseDeg: number,
  shiftMsAt: (timeMs: number) => number,
): PreparedTrace {
  const cosine = gain * Math.cos((phaseDeg * Math.PI) / 180);
  const sine = gain * Math.sin((phaseDeg * Math.PI) / 180);
  const [real, quadrature, live] = [new Float64Array(count), new Float64Array(count), new Uint8Array(count)];
  const at = { first: 0, second: 0 };
  for (let k = 0; k < count; k += 1) {
    const timeMs = startMs + k * intervalMs;
    const position = (timeMs - shiftMsAt(timeMs) - trace.startMs) / trace.intervalMs;
    // Between two samples that are heard, or on one.
    const before = Math.floor(position + ON_A_SAMPLE);
    const after = Math.ceil(position - ON_A_SAMPLE);
    if (before < 0 || after >= trace.count || trace.live[before] === 0 || trace.live[after] === 0) continue;
    if (before === after) {
      at.first = trace.real[before]!;
      at.second = trace.quadrature[before]!;
    } else interpolatePair(trace.real, trace.quadrature, position, at);
    real[k] = cosine * at.first - sine * at.second;
    quadrature[k] = sine * at.first + cosine * at.second;
    live[k] = 1;
  }
  return { startMs, intervalMs, count, real, quadrature, live };
}

/** The times that two traces share, on whole multiples of their interval; null where they share fewer than two. */
export function commonAxis(first: PreparedTrace, second: PreparedTrace): TimeAxis | null {
  const { intervalMs } = first;
  const from = Math.ceil(Math.max(first.startMs, second.startMs) / intervalMs - ON_A_SAMPLE);
  const endOf = ({ startMs, count }: PreparedTrace): number => startMs + (count - 1) * intervalMs;
  const to = Math.floor(Math.min(endOf(first), endOf(second)) / intervalMs + ON_A_SAMPLE);
  return to > from ? { startMs: from * intervalMs, intervalMs, count: to - from + 1 } : null;
}
