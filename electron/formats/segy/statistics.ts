/** Amplitude statistics of a SEG-Y survey from a seeded sample of its live traces. */
import type { AmplitudeStatistics } from '../../../shared/survey.ts';
import { AmplitudeAccumulator } from '../amplitude-statistics.ts';
import type { OpenFile } from '../../native/native-reader.ts';
import { pickTraces } from './seeded-random.ts';
import { sampleOffset, type TraceLayout } from './trace-layout.ts';

/** About 4 MB of samples: percentiles of amplitudes settle long before. */
const SAMPLES_WANTED = 1_000_000;
/** Samples between two turns of the event loop: about a millisecond of counting. */
const SAMPLES_PER_TURN = 100_000;

/** Reads whole traces, evenly spread with a random place in each part; all where the survey is small. */
export async function sampleStatistics(
  file: OpenFile,
  layout: TraceLayout,
  deadTraces: Uint8Array | null,
  signal: AbortSignal,
): Promise<AmplitudeStatistics> {
  const { format, byteOrder, sampleCount, bytesPerSample, traceCount } = layout;
  const wanted = Math.max(1, Math.ceil(SAMPLES_WANTED / sampleCount));
  const traces = pickTraces(traceCount, wanted, 2).filter((trace) => deadTraces?.[trace] !== 1);
  const accumulator = new AmplitudeAccumulator();
  const tracesPerTurn = Math.max(1, Math.floor(SAMPLES_PER_TURN / sampleCount));
  for (let first = 0; first < traces.length; first += tracesPerTurn) {
    const turn = traces.slice(first, first + tracesPerTurn);
    const samples = new Float32Array(turn.length * sampleCount);
    const rowOffsets = Float64Array.from(turn, (trace) => sampleOffset(layout, trace, 0));
    const gather = { format, byteOrder, rowOffsets, columns: sampleCount, columnStrideBytes: bytesPerSample };
    await file.gatherRows(gather, samples, signal);
    accumulator.add(samples);
  }
  return accumulator.finish(traces.length / traceCount);
}
