/** The binary file header: 400 bytes from byte 3201 on. Byte numbers are 1-based from the start of the file, as in the standard. */
import type { ByteOrder } from '../../../shared/survey.ts';
import { TEXT_HEADER_BYTES } from '../../../shared/text-header/text-header.ts';
import { revisionFromBytes, type Revision } from './revision.ts';

export const BINARY_HEADER_BYTES = 400;
/** Text and binary header together. */
export const FILE_HEADER_BYTES = TEXT_HEADER_BYTES + BINARY_HEADER_BYTES;

export interface BinaryHeader {
  /** 3217-3218, microseconds; signed as the standard has it, so 0 and negative values occur. */
  readonly sampleIntervalUs: number;
  /** 3221-3222, read unsigned: traces of more than 32,767 samples are met. */
  readonly sampleCount: number;
  /** 3225-3226. */
  readonly formatCode: number;
  /** 3255-3256: 1 metres, 2 feet. */
  readonly measurementSystem: number;
  /** 3269-3272 (rev 2), 0 where unused. */
  readonly extendedSampleCount: number;
  /** 3273-3280 (rev 2), microseconds as IEEE double, 0 where unused. */
  readonly extendedSampleIntervalUs: number;
  /** 3501-3502. */
  readonly revision: Revision;
  /** 3503-3504: every trace has the same length. */
  readonly hasFixedLengthTraces: boolean;
  /** 3505-3506: further text headers of 3200 bytes; -1 means as many as there are before the one that says "EndText". */
  readonly extendedTextHeaderCount: number;
  /** 3507-3508 (rev 2.1), 3507-3510 (rev 2.0): further headers of 240 bytes after each trace header. */
  readonly traceHeaderExtensionCount: number;
  /** 3521-3528 (rev 2): where the first trace starts, 0 where unused. */
  readonly firstTraceOffset: number;
  /** 3513-3520 (rev 2): traces in the file, 0 where unused. */
  readonly traceCount: number;
  /** 3529-3532 (rev 2): text headers behind the last trace; -1 where their number was not known. */
  readonly trailingTextCount: number;
}

/** @param bytes the 400 bytes from byte 3201 on. */
export function parseBinaryHeader(bytes: DataView, byteOrder: ByteOrder): BinaryHeader {
  const little = byteOrder === 'little';
  const at = (byte: number): number => byte - (TEXT_HEADER_BYTES + 1);
  const revision = revisionFromBytes(bytes.getUint8(at(3501)), bytes.getUint8(at(3502)));
  // Before rev 2 these bytes were unassigned and hold whatever the writer left there.
  const isRev2 = revision.major >= 2;
  return {
    sampleIntervalUs: bytes.getInt16(at(3217), little),
    sampleCount: bytes.getUint16(at(3221), little),
    formatCode: bytes.getUint16(at(3225), little),
    measurementSystem: bytes.getInt16(at(3255), little),
    extendedSampleCount: isRev2 ? bytes.getInt32(at(3269), little) : 0,
    extendedSampleIntervalUs: isRev2 ? bytes.getFloat64(at(3273), little) : 0,
    revision,
    hasFixedLengthTraces: bytes.getInt16(at(3503), little) === 1,
    extendedTextHeaderCount: bytes.getInt16(at(3505), little),
    traceHeaderExtensionCount: isRev2 ? extensionCount(bytes, at(3507), little, revision) : 0,
    firstTraceOffset: isRev2 ? Number(bytes.getBigUint64(at(3521), little)) : 0,
    traceCount: isRev2 ? Number(bytes.getBigUint64(at(3513), little)) : 0,
    trailingTextCount: isRev2 ? bytes.getInt32(at(3529), little) : 0,
  };
}

/** Rev 2.0 has four bytes there; 2.1 made two of them, and put the survey type into the others. */
function extensionCount(bytes: DataView, at: number, little: boolean, { minor }: Revision): number {
  const short = bytes.getInt16(at, little);
  return minor === 0 && short === 0 ? bytes.getInt32(at, little) : short;
}

/** Of files that have none, or none that can be believed. */
export const NO_BINARY_HEADER = parseBinaryHeader(new DataView(new ArrayBuffer(BINARY_HEADER_BYTES)), 'big');
