/** Finds the traces of a file whose traces differ in length, by going from header to header. */
import type { ByteOrder } from '../../../shared/survey.ts';
import type { OpenFile } from '../../native/native-reader.ts';
import { TRACE_HEADER_BYTES, TRACE_WORDS } from './trace-header.ts';
import type { VaryingLengths } from './trace-layout.ts';

export interface WalkStart {
  readonly byteOrder: ByteOrder;
  readonly firstTraceOffset: number;
  readonly headerBytes: number;
  readonly bytesPerSample: number;
}

/** Read at once, since headers lie close together and a call costs more than a megabyte from memory. */
const WINDOW_BYTES = 2 ** 20;

/**
 * Each header's own sample count (bytes 115-116) leads to the next. Null unless that ends exactly where the file ends and
 * the counts differ: anything else is a damaged file of equal traces, or no chain at all.
 */
export async function findVaryingLengths(file: OpenFile, start: WalkStart): Promise<VaryingLengths | null> {
  const readCount = createCountReader(file, start.byteOrder);
  const offsets: number[] = [];
  const sampleCounts: number[] = [];
  let offset = start.firstTraceOffset;
  while (offset + TRACE_HEADER_BYTES <= file.bytes) {
    const sampleCount = await readCount(offset);
    if (sampleCount === 0) return null;
    offsets.push(offset);
    sampleCounts.push(sampleCount);
    offset += start.headerBytes + sampleCount * start.bytesPerSample;
  }
  const isVarying = sampleCounts.some((count) => count !== sampleCounts[0]);
  if (offset !== file.bytes || !isVarying) return null;
  return { offsets: Float64Array.from(offsets), sampleCounts: Int32Array.from(sampleCounts) };
}

function createCountReader(file: OpenFile, byteOrder: ByteOrder): (headerOffset: number) => Promise<number> {
  let windowStart = 0;
  let view = new DataView(new ArrayBuffer(0));
  return async (headerOffset) => {
    if (headerOffset + TRACE_HEADER_BYTES > windowStart + view.byteLength) {
      const bytes = new Uint8Array(Math.min(WINDOW_BYTES, file.bytes - headerOffset));
      await file.readBytes(headerOffset, bytes, null);
      windowStart = headerOffset;
      view = new DataView(bytes.buffer);
    }
    return view.getUint16(headerOffset - windowStart + TRACE_WORDS.sampleCount.byte - 1, byteOrder === 'little');
  };
}
