/** What follows the last complete trace of a file. */
import type { OpenFile } from '../../native/native-reader.ts';
import { isZero } from './recovery/find-header.ts';
import { headerPattern, matchesPattern } from './recovery/header-pattern.ts';
import { readHeaderAt } from './recovery/read-headers.ts';
import { TRACE_HEADER_BYTES } from './trace-header.ts';
import { storedSamples, traceOffset, type TraceLayout } from './trace-layout.ts';
import type { TraceSpan } from './trace-span.ts';

export interface Tail {
  /**
   * `cut`: a trace that the file ends in. `blank`: zeros. `unknown`: no header, and not zero.
   */
  readonly kind: 'none' | 'cut' | 'blank' | 'unknown';
  readonly bytes: number;
}

/** Of a long tail the start and the end are looked at. */
const LOOKED_AT_BYTES = 2 ** 16;

export async function findTail(file: OpenFile, { end }: TraceSpan, layout: TraceLayout): Promise<Tail> {
  const last = layout.traceCount - 1;
  const lastOffset = traceOffset(layout, last);
  const start = lastOffset + traceBytes(layout, last);
  const bytes = end - start;
  if (bytes <= 0) return { kind: 'none', bytes: 0 };
  const head = new Uint8Array(Math.min(LOOKED_AT_BYTES, bytes));
  await file.readBytes(start, head, null);
  const foot = new Uint8Array(head.length);
  await file.readBytes(end - foot.length, foot, null);
  if (isZero(head) && isZero(foot)) return { kind: 'blank', bytes };
  const pattern = headerPattern([await readHeaderAt(file, lastOffset)]);
  const isShort = bytes < layout.strideBytes;
  const isHeader = pattern === null || head.length < TRACE_HEADER_BYTES || matchesPattern(pattern, head, 0);
  return { kind: isShort && isHeader ? 'cut' : 'unknown', bytes };
}

const traceBytes = (layout: TraceLayout, trace: number): number =>
  layout.varying === null
    ? layout.strideBytes
    : layout.headerBytes + storedSamples(layout, trace) * layout.bytesPerSample;
