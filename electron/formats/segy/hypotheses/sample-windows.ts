/** Samples as they are stored, from traces spread over the file, to be decoded by one format after another. */
import type { ByteOrder } from '../../../../shared/survey.ts';
import { wordDecoder } from '../../../native/decode-samples.ts';
import type { DecodableFormat, OpenFile } from '../../../native/native-reader.ts';
import { pickTraces } from '../seeded-random.ts';
import { sampleOffset, storedSamples, type TraceLayout } from '../trace-layout.ts';

/** Enough for sharp statistics (2048 samples) at the cost of 16 small reads. */
const WINDOWS = 16;
const WINDOW_SAMPLES = 128;
/** Where in a trace the window starts: below mutes and water, above the worst noise. */
const WINDOW_START = 0.35;

export interface SampleWindows {
  readonly bytesPerSample: number;
  readonly byteOrder: ByteOrder;
  readonly windows: readonly DataView[];
}

export async function readSampleWindows(file: OpenFile, layout: TraceLayout): Promise<SampleWindows> {
  const { bytesPerSample, byteOrder, traceCount } = layout;
  const windows = await Promise.all(
    pickTraces(traceCount, WINDOWS, 4).map(async (trace) => {
      const stored = storedSamples(layout, trace);
      const count = Math.min(WINDOW_SAMPLES, stored);
      const first = Math.min(Math.floor(stored * WINDOW_START), stored - count);
      const bytes = new Uint8Array(count * bytesPerSample);
      await file.readBytes(sampleOffset(layout, trace, first), bytes, null);
      return new DataView(bytes.buffer);
    }),
  );
  return { bytesPerSample, byteOrder, windows };
}

/** One array a window. */
export function decodeWindows(
  { bytesPerSample, byteOrder, windows }: SampleWindows,
  format: DecodableFormat,
): Float32Array[] {
  const decode = wordDecoder({ format, byteOrder });
  return windows.map((window) => {
    const samples = new Float32Array(window.byteLength / bytesPerSample);
    decode(window, 0, bytesPerSample, samples.length, samples, 0);
    return samples;
  });
}
