/** Makes a trace ready to be compared: on the interval of the coarser of two, as an analytic signal. */
import { hilbertTransform } from './analytic-signal.ts';
import { KERNEL_HALF_WIDTH, kernelAt } from './sinc-kernel.ts';
import { liveRange, type TieTrace, type TimeAxis } from './tie-trace.ts';

export interface PreparedTrace extends TimeAxis {
  /** Zero where nothing is heard. */
  readonly real: Float64Array;
  /** Its Hilbert transform. */
  readonly quadrature: Float64Array;
  /** 1 where a sample is heard, else 0 (see `liveRange`; NaN between is not heard either). */
  readonly live: Uint8Array;
}

/** Within so much of each other, in ms, two intervals are one: SEG-Y has them in whole microseconds. */
const SAME_INTERVAL_MS = 0.0005;

/** Two traces on the interval of the coarser one: above its Nyquist frequency there is nothing to compare. */
export function preparePair(first: TieTrace, second: TieTrace): readonly [PreparedTrace, PreparedTrace] {
  const intervalMs = Math.max(first.intervalMs, second.intervalMs);
  const [a, b] = [withInterval(first, intervalMs), withInterval(second, intervalMs)];
  if (a.real.length !== b.real.length) return [prepared(a), prepared(b)];
  const [quadratureA, quadratureB] = hilbertTransform(a.real, b.real);
  return [
    { ...a, quadrature: quadratureA },
    { ...b, quadrature: quadratureB },
  ];
}

/** @param intervalMs of the result, at least the trace's own; default: its own */
export const prepareTrace = (trace: TieTrace, intervalMs = trace.intervalMs): PreparedTrace =>
  prepared(withInterval(trace, intervalMs));

type Unturned = Omit<PreparedTrace, 'quadrature'>;

const prepared = (trace: Unturned): PreparedTrace => ({ ...trace, quadrature: hilbertTransform(trace.real)[0] });

function withInterval(trace: TieTrace, intervalMs: number): Unturned {
  const heard = heardSamples(trace);
  return Math.abs(intervalMs - trace.intervalMs) < SAME_INTERVAL_MS ? heard : coarsened(heard, intervalMs);
}

function heardSamples(trace: TieTrace): Unturned {
  const { startMs, intervalMs, samples } = trace;
  const { first, last } = liveRange(trace);
  const real = new Float64Array(samples.length);
  const live = new Uint8Array(samples.length);
  for (let k = first; k <= last; k += 1) {
    const value = samples[k]!;
    if (!Number.isFinite(value)) continue;
    real[k] = value;
    live[k] = 1;
  }
  return { startMs, intervalMs, count: samples.length, real, live };
}

/** Low-passed to the new Nyquist frequency on the way: the kernel is stretched, so it is half as high there. */
function coarsened(
  { startMs, intervalMs: fineMs, count: fineCount, real, live }: Unturned,
  intervalMs: number,
): Unturned {
  const ratio = intervalMs / fineMs;
  const count = Math.floor((fineCount - 1) / ratio) + 1;
  const reach = KERNEL_HALF_WIDTH * ratio;
  const coarse = new Float64Array(count);
  const coarseLive = new Uint8Array(count);
  for (let k = 0; k < count; k += 1) {
    const position = k * ratio;
    const first = Math.max(0, Math.ceil(position - reach));
    const last = Math.min(fineCount - 1, Math.floor(position + reach));
    let sum = 0;
    for (let j = first; j <= last; j += 1) sum += real[j]! * kernelAt((j - position) / ratio);
    coarse[k] = sum / ratio;
    coarseLive[k] = live[Math.round(position)]!;
  }
  return { startMs, intervalMs, count, real: coarse, live: coarseLive };
}
