/** Headers as they stand in the file. */
import type { HeaderDescription } from '../../../shared/headers/header-calls.ts';
import type { OpenFile } from '../../native/native-reader.ts';
import { BINARY_HEADER_BYTES, FILE_HEADER_BYTES } from './binary-header.ts';
import { traceOffset, type TraceLayout } from './trace-layout.ts';

export async function describeHeaders(file: OpenFile, layout: TraceLayout): Promise<HeaderDescription> {
  const { byteOrder, headerBytes, firstTraceOffset } = layout;
  const offset = FILE_HEADER_BYTES - BINARY_HEADER_BYTES;
  // Seismic Unix writes traces only.
  const binaryHeader = firstTraceOffset < FILE_HEADER_BYTES ? null : await readAt(file, offset, BINARY_HEADER_BYTES);
  return { byteOrder, traceHeaderBytes: headerBytes, binaryHeader };
}

/** With its extensions. */
export const readStoredHeader = (file: OpenFile, layout: TraceLayout, trace: number): Promise<Uint8Array> =>
  readAt(file, traceOffset(layout, trace), layout.headerBytes);

async function readAt(file: OpenFile, offset: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  await file.readBytes(offset, bytes, null);
  return bytes;
}
