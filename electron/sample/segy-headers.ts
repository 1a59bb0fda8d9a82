/** Binary and trace headers of SEG-Y revision 1 (SEG, 2002). Numbers in comments are the standard's 1-based bytes. */

export const BINARY_HEADER_BYTES = 400;
export const TRACE_HEADER_BYTES = 240;
export const BYTES_PER_SAMPLE = 4;

const IBM_FLOAT = 1;
const STACKED = 4;
const METRES = 1;
const REVISION_1 = 0x0100;
const LIVE_SEISMIC_TRACE = 1;
const PRODUCTION_DATA = 1;
const LENGTH_UNITS = 1;
/** Stored coordinates are divided by 100: they are whole centimetres. */
const COORDINATE_SCALAR = -100;

export interface SampleLayout {
  readonly sampleCount: number;
  readonly sampleIntervalUs: number;
}

export const traceBytes = (layout: SampleLayout): number => TRACE_HEADER_BYTES + BYTES_PER_SAMPLE * layout.sampleCount;

/** @param lineNumber of the file's line, 1 for a cube */
export function encodeBinaryHeader(layout: SampleLayout, lineNumber: number): Uint8Array {
  const header = new DataView(new ArrayBuffer(BINARY_HEADER_BYTES));
  const setInt16 = (byte: number, value: number): void => header.setInt16(byte - 3201, value, false);
  header.setInt32(3201 - 3201, 1, false); // job
  header.setInt32(3205 - 3201, lineNumber, false);
  header.setInt32(3209 - 3201, 1, false); // reel
  setInt16(3213, 1); // traces per ensemble
  setInt16(3217, layout.sampleIntervalUs);
  setInt16(3219, layout.sampleIntervalUs);
  setInt16(3221, layout.sampleCount);
  setInt16(3223, layout.sampleCount);
  setInt16(3225, IBM_FLOAT);
  setInt16(3227, 1); // ensemble fold
  setInt16(3229, STACKED);
  setInt16(3255, METRES);
  setInt16(3501, REVISION_1);
  setInt16(3503, 1); // all traces have the same length
  return new Uint8Array(header.buffer);
}

export interface TracePosition {
  /** 0-based position in the file. */
  readonly traceIndex: number;
  /** 1-based position in its line. */
  readonly traceInLine: number;
  readonly cdp: number;
  readonly xCm: number;
  readonly yCm: number;
  /** Both 0 on 2D lines. */
  readonly inlineNumber: number;
  readonly crosslineNumber: number;
}

/** Writes the 240 bytes from `byteOffset` on; the bytes must be zero before or hold an earlier header of this function. */
export function writeTraceHeader(
  position: TracePosition,
  layout: SampleLayout,
  into: DataView,
  byteOffset: number,
): void {
  const setInt32 = (byte: number, value: number): void => into.setInt32(byteOffset + byte - 1, value, false);
  const setInt16 = (byte: number, value: number): void => into.setInt16(byteOffset + byte - 1, value, false);
  setInt32(1, position.traceInLine);
  setInt32(5, position.traceIndex + 1);
  setInt32(21, position.cdp);
  setInt32(25, 1); // trace in ensemble
  setInt16(29, LIVE_SEISMIC_TRACE);
  setInt16(33, 1); // stacked traces
  setInt16(35, PRODUCTION_DATA);
  setInt16(69, 1); // elevation scalar
  setInt16(71, COORDINATE_SCALAR);
  setInt32(73, position.xCm); // source, group and ensemble coincide after stacking
  setInt32(77, position.yCm);
  setInt32(81, position.xCm);
  setInt32(85, position.yCm);
  setInt16(89, LENGTH_UNITS);
  setInt16(109, 0); // delay of the first sample, ms
  setInt16(115, layout.sampleCount);
  setInt16(117, layout.sampleIntervalUs);
  setInt32(181, position.xCm);
  setInt32(185, position.yCm);
  setInt32(189, position.inlineNumber);
  setInt32(193, position.crosslineNumber);
}
