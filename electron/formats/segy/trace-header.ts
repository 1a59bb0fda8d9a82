/** The words of a trace header that Crossline uses. Byte numbers are 1-based within the 240 bytes, as in the standard. */
import type { ByteOrder } from '../../../shared/survey.ts';
import type { HeaderWordType, OpenFile } from '../../native/native-reader.ts';

export const TRACE_HEADER_BYTES = 240;

export const TRACE_WORDS = {
  /** Original field record number, constant within a shot gather. */
  fieldRecord: { byte: 9, type: 'int32' },
  /** Ensemble (CDP) number. */
  cdp: { byte: 21, type: 'int32' },
  /** 1 live seismic data, 2 dead, 0 unknown; further codes are auxiliary traces. */
  traceId: { byte: 29, type: 'int16' },
  /** Distance from source to receiver group. */
  offset: { byte: 37, type: 'int32' },
  /** Scalar of all coordinates. */
  coordinateScalar: { byte: 71, type: 'int16' },
  sourceX: { byte: 73, type: 'int32' },
  sourceY: { byte: 77, type: 'int32' },
  /** 1 length, 2 seconds of arc, 3 decimal degrees, 4 degrees, minutes, seconds. */
  coordinateUnits: { byte: 89, type: 'int16' },
  /** Lag time A: from the time break to the end of recording initiation. */
  lag: { byte: 105, type: 'int16' },
  /** Delay recording time: from the source's initiation to the first sample. */
  delay: { byte: 109, type: 'int16' },
  sampleCount: { byte: 115, type: 'uint16' },
  sampleIntervalUs: { byte: 117, type: 'int16' },
  cdpX: { byte: 181, type: 'int32' },
  cdpY: { byte: 185, type: 'int32' },
  inline: { byte: 189, type: 'int32' },
  crossline: { byte: 193, type: 'int32' },
  shotPoint: { byte: 197, type: 'int32' },
  /** Positive multiplies the shot point, negative divides it, 0 leaves it. */
  shotPointScalar: { byte: 201, type: 'int16' },
  /** Scalar of the times in bytes 95 to 114. */
  timeScalar: { byte: 215, type: 'int16' },
} as const satisfies Record<string, HeaderWordType>;

export type TraceWord = keyof typeof TRACE_WORDS;
export type TraceHeader = Readonly<Record<TraceWord, number>>;

const WORD_NAMES = Object.keys(TRACE_WORDS) as TraceWord[];

/** @param bytes the 240 bytes of one trace header. */
export function parseTraceHeader(bytes: DataView, byteOrder: ByteOrder): TraceHeader {
  const little = byteOrder === 'little';
  const read = ({ byte, type }: (typeof TRACE_WORDS)[TraceWord]): number => {
    if (type === 'int32') return bytes.getInt32(byte - 1, little);
    return type === 'int16' ? bytes.getInt16(byte - 1, little) : bytes.getUint16(byte - 1, little);
  };
  const header = {} as Record<TraceWord, number>;
  for (const name of WORD_NAMES) header[name] = read(TRACE_WORDS[name]);
  return header;
}

/** @param offset of the header, from the start of the file. */
export async function readTraceHeader(file: OpenFile, offset: number, byteOrder: ByteOrder): Promise<TraceHeader> {
  const bytes = new Uint8Array(TRACE_HEADER_BYTES);
  await file.readBytes(offset, bytes, null);
  return parseTraceHeader(new DataView(bytes.buffer), byteOrder);
}
