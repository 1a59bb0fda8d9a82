import { createReadStream } from 'node:fs';

const CHUNK_BYTES = 4 * 2 ** 20;

/** Reads a file once, so that the system holds it in memory as far as there is room. */
export async function readThrough(path: string, signal: AbortSignal): Promise<void> {
  const stream = createReadStream(path, { highWaterMark: CHUNK_BYTES, signal });
  stream.resume();
  await new Promise<void>((resolve, reject) => {
    stream.once('close', resolve);
    stream.once('error', reject);
  });
}
