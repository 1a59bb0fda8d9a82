/** Tells files of Seismic Unix: traces from the first byte on, without text and binary header, samples as IEEE floats. */
import type { ByteOrder } from '../../../shared/survey.ts';
import type { OpenFile } from '../../native/native-reader.ts';
import { headerPattern, matchesPattern } from './recovery/header-pattern.ts';
import { readHeaderAt } from './recovery/read-headers.ts';
import { TRACE_HEADER_BYTES, TRACE_WORDS } from './trace-header.ts';

/** The format that SU's floats are in SEG-Y. */
export const SU_FORMAT = 5;
const BYTES_PER_SAMPLE = 4;
/** So many headers, each where the count of the one before says, are no accident. */
const ENOUGH_TRACES = 4;

/**
 * The byte order in which sample counts (bytes 115-116) lead from header to header, for a few traces or up to the exact
 * end of a shorter file. Null where they do not: at the start of a SEG-Y file stands text, which is no such header.
 */
export async function detectSu(file: OpenFile): Promise<ByteOrder | null> {
  if (file.bytes < TRACE_HEADER_BYTES) return null;
  const first = await readHeaderAt(file, 0);
  if (await isChain(file, first, 'big')) return 'big';
  return (await isChain(file, first, 'little')) ? 'little' : null;
}

async function isChain(file: OpenFile, first: Uint8Array, byteOrder: ByteOrder): Promise<boolean> {
  const pattern = headerPattern([first]);
  if (pattern === null) return false;
  let header = first;
  let offset = 0;
  for (let trace = 1; ; trace += 1) {
    const count = sampleCountOf(header, byteOrder);
    if (count === 0) return false;
    offset += TRACE_HEADER_BYTES + BYTES_PER_SAMPLE * count;
    if (trace === ENOUGH_TRACES || offset === file.bytes) return offset <= file.bytes;
    if (offset + TRACE_HEADER_BYTES > file.bytes) return false;
    header = await readHeaderAt(file, offset);
    if (!matchesPattern(pattern, header, 0)) return false;
  }
}

const sampleCountOf = (header: Uint8Array, byteOrder: ByteOrder): number =>
  new DataView(header.buffer).getUint16(TRACE_WORDS.sampleCount.byte - 1, byteOrder === 'little');
