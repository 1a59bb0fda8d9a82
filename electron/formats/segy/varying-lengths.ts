/** Finds the traces of a file whose traces differ in length, by going from header to header. */
import type { OpenFile } from '../../native/native-reader.ts';
import { statedCount } from './recovery/header-counts.ts';
import { areHeaders, type HeaderPattern } from './recovery/header-pattern.ts';
import { TRACE_HEADER_BYTES } from './trace-header.ts';
import type { TraceSpan } from './trace-span.ts';
import type { VaryingLengths } from './trace-layout.ts';

/** Read at once where headers lie close together: a call costs more than a megabyte from memory. */
const WINDOW_BYTES = 2 ** 20;
/** Headers farther apart are read one by one. */
const CLOSE_BYTES = 2 ** 16;
/** Complete traces that are no accident where counts do not lead to the exact end. */
const LEAST_TRACES = 3;

export interface VaryingChain {
  readonly lengths: VaryingLengths;
  /** Counts lead to the end of the file, or to a trace that it ends in; else to something that is no header. */
  readonly isWhole: boolean;
}

/**
 * Each header's own sample count (bytes 115-116) leads to the next. Null where the counts do not differ, or lead nowhere:
 * that is a file of equal traces, or no chain at all. Only headers that look like such lead elsewhere than to the exact end.
 * @param pattern null where headers cannot be told from anything
 */
export async function findVaryingLengths(
  file: OpenFile,
  span: TraceSpan,
  headerBytes: number,
  pattern: HeaderPattern | null,
): Promise<VaryingChain | null> {
  const headerAt = createWindow(file, span.end);
  const offsets: number[] = [];
  const sampleCounts: number[] = [];
  let offset = span.start;
  let strideBytes = 0;
  let first: Uint8Array | null = null;
  let isCut = false;
  while (offset + TRACE_HEADER_BYTES <= span.end) {
    const header = await headerAt(offset, strideBytes);
    first ??= header;
    if (areHeaders(pattern, first, header) === false) break;
    const sampleCount = statedCount(header, span.byteOrder);
    if (sampleCount === 0) break;
    strideBytes = headerBytes + sampleCount * span.bytesPerSample;
    const next = offset + strideBytes;
    isCut = next > span.end;
    if (isCut) break;
    offsets.push(offset);
    sampleCounts.push(sampleCount);
    offset = next;
  }
  const isVarying = sampleCounts.some((count) => count !== sampleCounts[0]);
  const isExact = offset === span.end;
  const isCertain = pattern !== null && offsets.length >= LEAST_TRACES;
  if (!isVarying || !(isExact || isCertain)) return null;
  const lengths = { offsets: Float64Array.from(offsets), sampleCounts: Int32Array.from(sampleCounts) };
  return { lengths, isWhole: isExact || isCut || offset + TRACE_HEADER_BYTES > span.end };
}

function createWindow(file: OpenFile, end: number): (offset: number, strideBytes: number) => Promise<Uint8Array> {
  let start = 0;
  let bytes = new Uint8Array(0);
  return async (offset, strideBytes) => {
    if (offset < start || offset + TRACE_HEADER_BYTES > start + bytes.length) {
      const wanted = strideBytes > CLOSE_BYTES ? TRACE_HEADER_BYTES : WINDOW_BYTES;
      bytes = new Uint8Array(Math.min(wanted, end - offset));
      await file.readBytes(offset, bytes, null);
      start = offset;
    }
    return bytes.subarray(offset - start, offset - start + TRACE_HEADER_BYTES);
  };
}
