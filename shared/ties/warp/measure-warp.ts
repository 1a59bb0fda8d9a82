/** Shift with time, phase and gain between two traces, each found with the others applied. */
import { estimateTie } from '../estimate/estimate-tie.ts';
import type { SampleRange } from '../estimate/correlate.ts';
import { wrapDegrees } from '../correction.ts';
import { shiftTrace } from '../signal/correct-trace.ts';
import type { PreparedTrace } from '../signal/prepare-trace.ts';
import { warpPair, type PairWarp, type WarpOptions } from './warp-pair.ts';

/** gain rotate(a(t - shiftMs(t)), phaseDeg) = b(t) */
export interface WarpEstimate extends PairWarp {
  readonly phaseDeg: number;
  readonly gain: number;
  /** The envelope of the correlation, all of it applied: 0 to 1. */
  readonly quality: number;
}

/** What one constant shift may still be after a warp, in samples. */
const LEFT_SAMPLES = 2;

/**
 * Null where too little is heard of both.
 * @param times a shift that varies spoils the phase, and that the shift: the second time both are near
 */
export function measureWarp(
  a: PreparedTrace,
  b: PreparedTrace,
  gate: SampleRange,
  maxShiftMs: number,
  options: WarpOptions,
  times = 2,
): WarpEstimate | null {
  const { intervalMs } = b;
  const first = estimateTie(a, b, gate, maxShiftMs);
  if (first === null) return null;
  let { phaseDeg, gain, quality } = first;
  let constantMs = first.shiftMs;
  let warp: PairWarp | null = null;
  const shifted = (): PreparedTrace =>
    shiftTrace(a, b, gain, phaseDeg, (timeMs) => constantMs + (warp === null ? 0 : warpAt(warp, b, gate, timeMs)));
  for (let time = 0; time < times; time += 1) {
    const found: PairWarp = warpPair(shifted(), b, gate, options);
    warp = warp === null ? found : added(warp, found);
    const left = estimateTie(shifted(), b, gate, LEFT_SAMPLES * intervalMs);
    if (left === null) return null;
    constantMs += left.shiftMs;
    phaseDeg = wrapDegrees(phaseDeg + left.phaseDeg);
    gain *= left.gain;
    quality = left.quality;
  }
  return { shiftMs: warp!.shiftMs.map((ms) => ms + constantMs), sharpness: warp!.sharpness, phaseDeg, gain, quality };
}

function warpAt(
  { shiftMs }: PairWarp,
  { startMs, intervalMs }: PreparedTrace,
  { first }: SampleRange,
  timeMs: number,
): number {
  const at = Math.round((timeMs - startMs) / intervalMs) - first;
  return shiftMs[Math.max(0, Math.min(shiftMs.length - 1, at))]!;
}

const added = (before: PairWarp, { shiftMs, sharpness }: PairWarp): PairWarp => ({
  shiftMs: shiftMs.map((ms, k) => ms + before.shiftMs[k]!),
  sharpness,
});
