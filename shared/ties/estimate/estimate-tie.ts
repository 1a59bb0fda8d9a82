/** The classic estimates of a mis-tie at one crossing: one shift, one phase, one gain. */
import { wrapDegrees } from '../correction.ts';
import type { PreparedTrace } from '../signal/prepare-trace.ts';
import { interpolateAt, KERNEL_HALF_WIDTH } from '../signal/sinc-kernel.ts';
import { correlate, type SampleRange } from './correlate.ts';
import { highestPeak, powerAt } from './refine-peak.ts';

/** What has to be done to trace a so that it equals b: gain rotate(a(t - shiftMs), phaseDeg) = b(t). */
export interface TieEstimate {
  /** Of the peak of the correlation's envelope, which no phase moves. */
  readonly shiftMs: number;
  /** From the correlation's instantaneous phase at that peak; -180 to 180. */
  readonly phaseDeg: number;
  /** Ratio of the RMS amplitudes where both are heard, that shift applied. */
  readonly gain: number;
  /** The envelope there: 1 where shift, phase and gain make the traces equal, about 0 where they have nothing in common. */
  readonly quality: number;
  /** The highest peak of the cross-correlation itself, as if there were no phase. */
  readonly correlation: { readonly shiftMs: number; readonly value: number };
}

/** Null where the traces have too little in common: less than half the gate at every shift. */
export function estimateTie(
  a: PreparedTrace,
  b: PreparedTrace,
  gate: SampleRange,
  maxShiftMs: number,
): TieEstimate | null {
  const { intervalMs } = b;
  // The kernel of the interpolation reaches beyond the last shift.
  const mostLag = Math.ceil(maxShiftMs / intervalMs) + KERNEL_HALF_WIDTH;
  const { real, imaginary, gain } = correlate(a, b, gate, mostLag);
  const peak = highestPeak(real.length, (position) => powerAt(real, imaginary, position));
  if (!(peak.value > 0)) return null;
  const plain = highestPeak(real.length, (position) => interpolateAt(real, position));
  const shiftOf = (position: number): number => (position - mostLag) * intervalMs;
  const angle = Math.atan2(interpolateAt(imaginary, peak.position), interpolateAt(real, peak.position));
  return {
    shiftMs: shiftOf(peak.position),
    phaseDeg: wrapDegrees((-angle * 180) / Math.PI),
    gain: gain[Math.round(peak.position)]!,
    quality: Math.min(Math.sqrt(peak.value), 1),
    correlation: { shiftMs: shiftOf(plain.position), value: Math.min(plain.value, 1) },
  };
}

/** The samples of a gate in ms, both ends included. */
export function gateSamples(
  { startMs, intervalMs, count }: Pick<PreparedTrace, 'startMs' | 'intervalMs' | 'count'>,
  fromMs: number,
  toMs: number,
): SampleRange {
  const first = Math.max(0, Math.ceil((fromMs - startMs) / intervalMs - 1e-6));
  return { first, end: Math.max(first, Math.min(count, Math.floor((toMs - startMs) / intervalMs + 1e-6) + 1)) };
}
