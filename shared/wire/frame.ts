/**
 * A message as one binary frame, for sockets. Little-endian:
 *
 *     0   4   "XLF1"
 *     4   4   bytes of the header (uint32)
 *     8   4   bytes of the array section (uint32), a multiple of 8
 *     12  4   zero
 *     16      array section: the typed arrays, each padded to 8 bytes
 *     ...     header: CBOR of `FrameHeader`, plain maps (no cbor-x records), so that any CBOR reader understands it
 *
 * The arrays start 8-byte aligned, so the receiver's typed arrays are views of the frame and nothing is copied. The
 * header comes last because it holds the reply's times, which should include the copying of its arrays.
 */
// The build without `new Function`, which the page's content security policy forbids.
import { Encoder } from 'cbor-x/index-no-eval';
import { CrosslineError } from '../errors.ts';
import { ARRAY_TYPES, liftArrays, placeArray, type ArrayPlace, type FrameHeader } from './frame-header.ts';

const MAGIC = 0x31464c58;
export const PREFIX_BYTES = 16;
/** Room for the header of a slice (about 700 bytes); a longer header costs one more copy. */
const HEADER_ROOM_BYTES = 4096;
/** Far above any listing of the contract; keeps a hostile header from occupying the decoder. */
const MAX_HEADER_BYTES = 16 * 1024 * 1024;
/** A thousand text headers are the most that a file is believed to have; each is an array. */
const MAX_ARRAYS = 2048;

/** cbor-x types its result as Node's Buffer, which `shared` does not know; it is a Uint8Array everywhere. */
interface CborCodec {
  encode(value: unknown): Uint8Array;
  decode(bytes: Uint8Array): unknown;
}

const cbor: CborCodec = new Encoder({ useRecords: false, mapsAsObjects: true });

const paddedTo8 = (bytes: number): number => Math.ceil(bytes / 8) * 8;

/**
 * @param allocate makes the frame's memory, which may hold anything before; hosts recycle frames through it
 * @returns the frame, a view from the start of what `allocate` gave
 */
export function encodeFrame(
  message: unknown,
  allocate: (bytes: number) => Uint8Array = (bytes) => new Uint8Array(bytes),
): Uint8Array {
  const lifted = liftArrays(message);
  const arrayBytes = lifted.data.reduce((sum, array) => sum + paddedTo8(array.byteLength), 0);
  const headerStart = PREFIX_BYTES + arrayBytes;
  let frame = allocate(headerStart + HEADER_ROOM_BYTES);
  let offset = PREFIX_BYTES;
  for (const array of lifted.data) {
    frame.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset);
    offset += paddedTo8(array.byteLength);
  }
  const header = cbor.encode({ arrays: lifted.arrays, message: lifted.message } satisfies FrameHeader);
  const frameBytes = headerStart + header.byteLength;
  if (frameBytes > frame.byteLength) {
    const larger = new Uint8Array(frameBytes);
    larger.set(frame.subarray(PREFIX_BYTES, headerStart), PREFIX_BYTES);
    frame = larger;
  }
  frame.set(header, headerStart);
  const prefix = new DataView(frame.buffer, frame.byteOffset, PREFIX_BYTES);
  prefix.setUint32(0, MAGIC, true);
  prefix.setUint32(4, header.byteLength, true);
  prefix.setUint32(8, arrayBytes, true);
  prefix.setUint32(12, 0, true);
  return frame.subarray(0, frameBytes);
}

const malformed = (reason: string, cause?: unknown): CrosslineError =>
  new CrosslineError({ code: 'usage', detail: `A message on the wire is malformed: ${reason}` }, { cause });

function decodeHeader(bytes: Uint8Array): FrameHeader {
  let header: unknown;
  try {
    header = cbor.decode(bytes);
  } catch (thrown) {
    throw malformed('its header is not CBOR', thrown);
  }
  if (typeof header !== 'object' || header === null || !('message' in header) || !('arrays' in header)) {
    throw malformed('its header lacks the message');
  }
  const { arrays, message } = header;
  if (!Array.isArray(arrays) || arrays.length > MAX_ARRAYS || !arrays.every(isArrayPlace)) {
    throw malformed('its list of arrays');
  }
  return { arrays, message };
}

function isArrayPlace(value: unknown): value is ArrayPlace {
  if (typeof value !== 'object' || value === null) return false;
  const { path, type, length } = value as Partial<Record<keyof ArrayPlace, unknown>>;
  return (
    Array.isArray(path) &&
    path.every((key) => typeof key === 'string' || typeof key === 'number') &&
    typeof type === 'string' &&
    Object.hasOwn(ARRAY_TYPES, type) &&
    typeof length === 'number' &&
    Number.isSafeInteger(length) &&
    length >= 0
  );
}

interface FrameSize {
  readonly headerStart: number;
  readonly headerBytes: number;
}

function frameSize(bytes: ArrayBuffer): FrameSize {
  if (bytes.byteLength < PREFIX_BYTES) throw malformed('it is shorter than a frame');
  const prefix = new DataView(bytes);
  if (prefix.getUint32(0, true) !== MAGIC) throw malformed('it does not start as a frame');
  const headerBytes = prefix.getUint32(4, true);
  if (headerBytes > MAX_HEADER_BYTES) throw malformed('its header is too long');
  return { headerStart: PREFIX_BYTES + prefix.getUint32(8, true), headerBytes };
}

/**
 * How long a frame is, by its first `PREFIX_BYTES`, for frames that follow one another in a stream.
 * @throws CrosslineError usage, where the bytes do not start a frame
 */
export function frameBytesOf(prefix: ArrayBuffer): number {
  const { headerStart, headerBytes } = frameSize(prefix);
  return headerStart + headerBytes;
}

/**
 * The message; its typed arrays are views of `bytes`.
 * @param frameBytes the frame's length, where its memory is longer
 * @throws CrosslineError usage, where the bytes are no frame
 */
export function decodeFrame(bytes: ArrayBuffer, frameBytes: number = bytes.byteLength): unknown {
  const { headerStart, headerBytes } = frameSize(bytes);
  if (headerStart + headerBytes !== frameBytes || frameBytes > bytes.byteLength) {
    throw malformed('its length is not what it says');
  }
  const header = decodeHeader(new Uint8Array(bytes, headerStart, headerBytes));
  const holder = { message: header.message };
  let offset = PREFIX_BYTES;
  for (const { path, type, length } of header.arrays) {
    const ArrayType = ARRAY_TYPES[type];
    const end = offset + paddedTo8(length * ArrayType.BYTES_PER_ELEMENT);
    if (end > headerStart) throw malformed('an array reaches beyond its frame');
    if (!placeArray(holder, path, new ArrayType(bytes, offset, length))) throw malformed('an array has no place');
    offset = end;
  }
  return holder.message;
}
