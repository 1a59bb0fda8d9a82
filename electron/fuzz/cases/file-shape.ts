/** Roughly where a file's headers and traces lie, so that mutations hit them. Not how the reader finds out. */

export interface FileShape {
  readonly isHdf5: boolean;
  readonly isLittleEndian: boolean;
  /** Of the first trace header, 0-based. */
  readonly firstTraceAt: number;
  readonly strideBytes: number;
  readonly traceCount: number;
}

const HDF5_SIGNATURE = [0x89, 0x48, 0x44, 0x46];
const FILE_HEADER_BYTES = 3600;
const TRACE_HEADER_BYTES = 240;
/** Bytes of a sample by its format code (bytes 3225-3226); the rest have 4. */
const SAMPLE_BYTES: Readonly<Record<number, number>> = { 3: 2, 6: 8, 7: 3, 8: 1, 9: 8, 11: 2, 12: 8, 15: 3, 16: 1 };
const MOST_FORMAT_CODE = 16;

export function shapeOf(bytes: Uint8Array): FileShape {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const isHdf5 = HDF5_SIGNATURE.every((byte, i) => bytes[i] === byte);
  if (bytes.length < FILE_HEADER_BYTES + TRACE_HEADER_BYTES) {
    return { isHdf5, isLittleEndian: false, firstTraceAt: 0, strideBytes: TRACE_HEADER_BYTES, traceCount: 1 };
  }
  const isLittleEndian = view.getUint16(3224, false) > MOST_FORMAT_CODE;
  const format = view.getUint16(3224, isLittleEndian);
  const samples = view.getUint16(3220, isLittleEndian);
  const strideBytes = TRACE_HEADER_BYTES + samples * (SAMPLE_BYTES[format] ?? 4);
  const extended = Math.max(0, view.getInt16(3504, isLittleEndian));
  const firstTraceAt = Math.min(FILE_HEADER_BYTES + extended * 3200, bytes.length - TRACE_HEADER_BYTES);
  const traceCount = Math.max(1, Math.floor((bytes.length - firstTraceAt) / strideBytes));
  return { isHdf5, isLittleEndian, firstTraceAt, strideBytes, traceCount };
}
