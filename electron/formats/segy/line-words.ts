/** What is read of the trace headers of 2D lines beyond what every file's are read for. */
import type { HeaderPlace } from '../../../shared/mapping/header-place.ts';
import type { OpenFile } from '../../native/native-reader.ts';
import { applyScalar } from './scaled-words.ts';
import { TRACE_WORDS } from './trace-header.ts';
import type { TraceLayout } from './trace-layout.ts';
import { gatherTraceWords } from './trace-runs.ts';

/** One element a trace, in file order. */
export interface LineWords {
  /** Scaled. */
  readonly shotPoint: Float64Array;
  /** Of the word by which the user splits the file; null where there is none. */
  readonly split: Float64Array | null;
}

const TRACES_PER_BLOCK = 16_384;

/** @throws CrosslineError cancelled, file-changed, io-failed */
export async function readLineWords(
  file: OpenFile,
  layout: TraceLayout,
  split: HeaderPlace | null,
  signal: AbortSignal | null,
): Promise<LineWords> {
  const { traceCount } = layout;
  const words = [TRACE_WORDS.shotPoint, TRACE_WORDS.shotPointScalar, ...(split === null ? [] : [split])];
  const shotPoint = new Float64Array(traceCount);
  const values = split === null ? null : new Float64Array(traceCount);
  for (let first = 0; first < traceCount; first += TRACES_PER_BLOCK) {
    const count = Math.min(TRACES_PER_BLOCK, traceCount - first);
    const [points, scalars, splits] = await gatherTraceWords(file, layout, { first, count }, words, signal);
    for (let i = 0; i < count; i += 1) {
      shotPoint[first + i] = applyScalar(points![i]!, scalars![i]!);
    }
    values?.set(splits!, first);
  }
  return { shotPoint, split: values };
}
