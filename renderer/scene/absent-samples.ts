/** How the GPU learns where no live trace is: NaN in place of the samples of dead and missing traces. */
import { compactData, TRACE_LIVE } from '../../shared/slices.ts';
import type { SlicePicture } from './slice-picture.ts';

/**
 * The samples in C order. Copied only where a trace is dead or missing: the picture's own samples stay as they are, since
 * the amplitude under the pointer is read from them.
 */
export function samplesWithAbsentAsNaN({
  view,
  traceStatus,
}: Pick<SlicePicture, 'view' | 'traceStatus'>): Float32Array {
  const samples = compactData(view);
  if (traceStatus?.some((status) => status !== TRACE_LIVE) !== true) return samples;
  const out = samples.slice();
  const samplesPerStatus = samples.length / traceStatus.length;
  for (let k = 0; k < traceStatus.length; k += 1) {
    if (traceStatus[k] !== TRACE_LIVE) out.fill(NaN, k * samplesPerStatus, (k + 1) * samplesPerStatus);
  }
  return out;
}
