/** Streams one planned SEG-Y file to disk, a block of traces at a time. */
import { open } from 'node:fs/promises';
import type { PlannedFile } from './sample-plan.ts';
import { traceBytes, TRACE_HEADER_BYTES, writeTraceHeader } from './segy-headers.ts';
import type { TraceGenerator } from './trace-generator.ts';
import { writeIbmFloats } from './ibm-float.ts';

/**
 * Writes `file` to `path`, replacing what is there. Holds one block in memory. The file is on the disk when it resolves.
 * @param onBytes called after each block with the bytes it added
 * @throws the reason of `signal`, and the system's errors as they are
 */
export async function writeSegy(
  path: string,
  file: PlannedFile,
  generator: TraceGenerator,
  signal: AbortSignal | undefined,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const bytesPerTrace = traceBytes(file.layout);
  const block = new Uint8Array(bytesPerTrace * file.tracesPerBlock);
  const view = new DataView(block.buffer);
  const samples = new Float32Array(file.layout.sampleCount);
  const handle = await open(path, 'w');
  try {
    await handle.writeFile(file.headers);
    onBytes(file.headers.length);
    for (let first = 0; first < file.traceCount; first += file.tracesPerBlock) {
      signal?.throwIfAborted();
      const count = Math.min(file.tracesPerBlock, file.traceCount - first);
      for (let i = 0; i < count; i++) {
        const position = file.positionOf(first + i);
        generator.signalAt(position.xCm, position.yCm, samples);
        generator.addNoiseOf(first + i, samples);
        writeTraceHeader(position, file.layout, view, i * bytesPerTrace);
        writeIbmFloats(samples, view, i * bytesPerTrace + TRACE_HEADER_BYTES);
      }
      await handle.writeFile(block.subarray(0, count * bytesPerTrace));
      onBytes(count * bytesPerTrace);
    }
    await handle.datasync();
  } finally {
    await handle.close();
  }
}
