/** The first trace's header, with its extension where it has the standard's. */
import type { ByteOrder } from '../../../shared/survey.ts';
import type { OpenFile } from '../../native/native-reader.ts';
import { parseTraceHeader, TRACE_HEADER_BYTES, type TraceHeader } from './trace-header.ts';

export interface FirstTrace {
  readonly header: TraceHeader;
  /** Rev 2's trace header extension 1; null where another header or no header follows. */
  readonly extension: HeaderExtension | null;
}

export interface HeaderExtension {
  /** Bytes 377-380: samples in this trace, 0 where unused. */
  readonly sampleCount: number;
  /** Bytes 385-392, microseconds, 0 where unused. */
  readonly sampleIntervalUs: number;
  /** Bytes 397-398: extensions of this trace, this one among them; 0 where unused. */
  readonly extensionCount: number;
}

/** @param offset of the header, from the start of the file; 240 bytes must be there */
export async function readFirstTrace(file: OpenFile, offset: number, byteOrder: ByteOrder): Promise<FirstTrace> {
  const bytes = new Uint8Array(Math.min(2 * TRACE_HEADER_BYTES, file.bytes - offset));
  await file.readBytes(offset, bytes, null);
  const view = new DataView(bytes.buffer);
  const hasExtension = bytes.length === 2 * TRACE_HEADER_BYTES && isNamed(bytes, EXTENSION_1_NAME);
  return {
    header: parseTraceHeader(view, byteOrder),
    extension: hasExtension ? parseExtension(view, byteOrder === 'little') : null,
  };
}

/** In the last 8 bytes of extension 1, ASCII or EBCDIC (rev 2.1, bytes 473-480). */
const EXTENSION_1_NAME = 'SEG00001';

export function isNamed(bytes: Uint8Array, name: string): boolean {
  const stored = bytes.subarray(2 * TRACE_HEADER_BYTES - name.length, 2 * TRACE_HEADER_BYTES);
  const inAscii = new TextEncoder().encode(name);
  return stored.every((byte, i) => byte === inAscii[i]) || stored.every((byte, i) => byte === toEbcdic(inAscii[i]!));
}

/** Letters S, E, G and digits alone. */
const toEbcdic = (code: number): number => {
  if (code >= 0x30 && code <= 0x39) return code + 0xc0;
  return code === 0x53 ? 0xe2 : code + 0x80;
};

const parseExtension = (view: DataView, little: boolean): HeaderExtension => ({
  sampleCount: view.getUint32(377 - 1, little),
  sampleIntervalUs: view.getFloat64(385 - 1, little),
  extensionCount: view.getUint16(397 - 1, little),
});
