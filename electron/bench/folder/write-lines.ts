import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRandom } from '../harness/seeded-random.ts';

export interface LineSizes {
  readonly lines: number;
  readonly traces: number;
  readonly samples: number;
}

const FILE_HEADER_BYTES = 3600;
const TRACE_HEADER_BYTES = 240;
const SAMPLE_BYTES = 4;
/** Bytes 3225-3226: IEEE floats. */
const FORMAT = 5;
const INTERVAL_US = 4000;
/** Coordinates in centimetres: a line every 500 m, a trace every 12.5 m. */
const TRACE_STEP = 1250;
const LINE_STEP = 50_000;

/** Writes 2D lines of one size, each with its own coordinates; big-endian, CDPs from 1 on. @returns their paths */
export async function writeLines(folder: string, { lines, traces, samples }: LineSizes): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const traceBytes = TRACE_HEADER_BYTES + samples * SAMPLE_BYTES;
  const bytes = Buffer.alloc(FILE_HEADER_BYTES + traces * traceBytes);
  bytes.fill(' ', 0, 3200, 'ascii');
  bytes.writeInt16BE(INTERVAL_US, 3216);
  bytes.writeInt16BE(samples, 3220);
  bytes.writeInt16BE(FORMAT, 3224);
  const random = createRandom(1);
  const paths: string[] = [];
  for (let line = 0; line < lines; line += 1) {
    for (let trace = 0; trace < traces; trace += 1) {
      const header = FILE_HEADER_BYTES + trace * traceBytes;
      bytes.writeInt32BE(trace + 1, header + 20);
      bytes.writeInt16BE(-100, header + 70);
      bytes.writeInt16BE(samples, header + 114);
      bytes.writeInt32BE(50_000_000 + trace * TRACE_STEP, header + 180);
      bytes.writeInt32BE(600_000_000 + line * LINE_STEP, header + 184);
      // The samples of the first line do for all: what is measured does not look at them but for zeros.
      if (line > 0) continue;
      for (let sample = 0; sample < samples; sample += 1) {
        bytes.writeFloatBE(random(2001) - 1000, header + TRACE_HEADER_BYTES + sample * SAMPLE_BYTES);
      }
    }
    const path = join(folder, `L${String(line + 1).padStart(4, '0')}.sgy`);
    await writeFile(path, bytes);
    paths.push(path);
  }
  return paths;
}
