/** Amplitude statistics of a SEG-Y survey from a seeded sample of its live traces. */
import type { AmplitudeStatistics } from '../../../shared/survey.ts';
import { AmplitudeAccumulator } from '../amplitude-statistics.ts';
import type { OpenFile } from '../../native/native-reader.ts';
import { pickTraces } from './seeded-random.ts';
import type { TraceLayout } from './trace-layout.ts';
import { gatherWholeTraces } from './trace-runs.ts';

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
  const { sampleCount, traceCount } = layout;
  const wanted = Math.max(1, Math.ceil(SAMPLES_WANTED / sampleCount));
  const traces = pickTraces(traceCount, wanted, 2).filter((trace) => deadTraces?.[trace] !== 1);
  const accumulator = new AmplitudeAccumulator();
  const tracesPerTurn = Math.max(1, Math.floor(SAMPLES_PER_TURN / sampleCount));
  for (let first = 0; first < traces.length; first += tracesPerTurn) {
    const turn = Int32Array.from(traces.slice(first, first + tracesPerTurn));
    accumulator.add((await gatherWholeTraces(file, layout, turn, signal)).samples);
  }
  return await accumulator.finish(traces.length / traceCount);
}
