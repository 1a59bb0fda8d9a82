/** Trace headers at any places of a file. */
import type { OpenFile } from '../../../native/native-reader.ts';
import { TRACE_HEADER_BYTES } from '../trace-header.ts';

/** The 240 bytes at each offset, in the order asked for. All must lie inside the file. */
export const readHeadersAt = (file: OpenFile, offsets: readonly number[]): Promise<Uint8Array[]> =>
  // All at once: they lie far apart, so each costs one small read.
  Promise.all(offsets.map((offset) => readHeaderAt(file, offset)));

export async function readHeaderAt(file: OpenFile, offset: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(TRACE_HEADER_BYTES);
  await file.readBytes(offset, bytes, null);
  return bytes;
}
