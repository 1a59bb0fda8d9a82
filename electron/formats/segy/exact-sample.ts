/** Reads one sample as it is stored. */
import type { SamplePlace } from '../../../shared/sample-place.ts';
import { exactWordText } from '../../native/exact-word.ts';
import { traceInGather } from './gather-order.ts';
import type { PlaneReader } from './gather-plane.ts';
import { gatherGridOf, lineOf } from './plane-traces.ts';
import { MISSING_TRACE, traceAtGrid, type SurveyGeometry } from './survey-geometry.ts';
import { sampleOffset, storedSamples } from './trace-layout.ts';

/**
 * Null where no sample is stored: no trace stands there, or it does not reach that far along the axis. The place must
 * have been checked against the survey (`checkPlace`).
 */
export async function readExactSample(
  { file, layout, alignment }: PlaneReader,
  geometry: SurveyGeometry,
  place: SamplePlace,
  signal: AbortSignal,
): Promise<string | null> {
  const trace = traceAtPlace(geometry, place);
  if (trace === MISSING_TRACE) return null;
  const stored = place.sample - (alignment.shifts?.[trace] ?? 0);
  if (stored < 0 || stored >= storedSamples(layout, trace)) return null;
  const word = new Uint8Array(layout.bytesPerSample);
  await file.readBytes(sampleOffset(layout, trace, stored), word, signal);
  return exactWordText(new DataView(word.buffer), 0, layout);
}

function traceAtPlace(geometry: SurveyGeometry, place: SamplePlace): number {
  if ('trace' in place)
    return place.line === undefined ? place.trace : lineOf(geometry, place.line).traces[place.trace]!;
  if (geometry.kind === 'cube') return traceAtGrid(geometry, place.inline, place.crossline);
  return traceInGather(gatherGridOf(geometry), place.inline, place.crossline, place.offset ?? 0);
}
