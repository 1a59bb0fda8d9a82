/** The words of SEG-Y's headers that a cut changes. Byte numbers are 1-based, as in the standard. */
import type { ByteOrder } from '../../../shared/survey.ts';
import { TEXT_HEADER_BYTES } from '../../../shared/text-header/text-header.ts';
import { FILE_HEADER_BYTES, parseBinaryHeader } from '../segy/binary-header.ts';
import { applyScalar } from '../segy/scaled-words.ts';
import { TRACE_WORDS } from '../segy/trace-header.ts';

const SAMPLE_COUNT_AT = 3221;
const EXTENDED_SAMPLE_COUNT_AT = 3269;
const FIXED_LENGTH_AT = 3503;
const TRACE_COUNT_AT = 3513;
const TRAILING_TEXT_COUNT_AT = 3529;
const MOST_UINT16 = 65_535;

export interface CutCounts {
  readonly sampleCount: number;
  readonly traceCount: number;
  /** All traces have as many samples. */
  readonly isEven: boolean;
}

/** @param front text and binary header and what follows, which is changed; shorter ones have no binary header */
export function cutBinaryHeader(front: Uint8Array, byteOrder: ByteOrder, counts: CutCounts): void {
  if (front.length < FILE_HEADER_BYTES) return;
  const view = new DataView(front.buffer, front.byteOffset, front.byteLength);
  const little = byteOrder === 'little';
  const binary = parseBinaryHeader(new DataView(front.buffer, front.byteOffset + TEXT_HEADER_BYTES, 400), byteOrder);
  view.setUint16(SAMPLE_COUNT_AT - 1, Math.min(counts.sampleCount, MOST_UINT16), little);
  if (!counts.isEven) view.setInt16(FIXED_LENGTH_AT - 1, 0, little);
  if (binary.revision.major < 2) return;
  if (binary.extendedSampleCount !== 0) view.setInt32(EXTENDED_SAMPLE_COUNT_AT - 1, counts.sampleCount, little);
  if (binary.traceCount !== 0) view.setBigUint64(TRACE_COUNT_AT - 1, BigInt(counts.traceCount), little);
  // Text behind the traces is left out.
  if (binary.trailingTextCount !== 0) view.setInt32(TRAILING_TEXT_COUNT_AT - 1, 0, little);
}

export interface CutTrace {
  readonly sampleCount: number;
  /** Of the first sample: ms, or metres where the domain is depth. */
  readonly firstSampleMs: number;
  /** The first stored sample is another one now. */
  readonly isMoved: boolean;
}

/** @param header which is changed. @returns false where the time can only be said to the nearest that the words hold */
export function cutTraceHeader(header: Uint8Array, byteOrder: ByteOrder, trace: CutTrace): boolean {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const little = byteOrder === 'little';
  const countAt = TRACE_WORDS.sampleCount.byte - 1;
  // Many files leave it 0 where all traces have the binary header's.
  if (view.getUint16(countAt, little) !== 0) view.setUint16(countAt, Math.min(trace.sampleCount, MOST_UINT16), little);
  return !trace.isMoved || setFirstSample(view, little, trace.firstSampleMs);
}

/** Tenths, hundredths, thousandths: what bytes 215-216 may divide by. */
const DIVISORS = [-10, -100, -1000] as const;
const NEAR = 1e-6;

function setFirstSample(view: DataView, little: boolean, firstSampleMs: number): boolean {
  const scalarAt = TRACE_WORDS.timeScalar.byte - 1;
  const stated = view.getInt16(scalarAt, little);
  const scalars = [stated, ...DIVISORS.filter((divisor) => rescale(view, little, stated, divisor) !== null)];
  const exact = scalars.find((scalar) => {
    const word = wordOf(firstSampleMs, scalar);
    return Math.abs(word - Math.round(word)) < NEAR && isInt16(Math.round(word));
  });
  const scalar = exact ?? stated;
  for (const [at, value] of rescale(view, little, stated, scalar) ?? []) view.setInt16(at, value, little);
  if (scalar !== stated) view.setInt16(scalarAt, scalar, little);
  const word = Math.round(wordOf(firstSampleMs, scalar));
  view.setInt16(TRACE_WORDS.delay.byte - 1, Math.min(32_767, Math.max(-32_768, word)), little);
  // Where there is no delay, the lag says when samples begin.
  if (word === 0) view.setInt16(TRACE_WORDS.lag.byte - 1, 0, little);
  return exact !== undefined;
}

const wordOf = (value: number, scalar: number): number => value / applyScalar(1, scalar);

const isInt16 = (value: number): boolean => Number.isInteger(value) && value >= -32_768 && value <= 32_767;

const FIRST_TIME_AT = 95;
const LAST_TIME_AT = 113;

/** The other times (bytes 95 to 114) under another scalar; null where one of them does not fit. */
function rescale(
  view: DataView,
  little: boolean,
  from: number,
  to: number,
): readonly (readonly [at: number, value: number])[] | null {
  if (from === to) return [];
  const words: [number, number][] = [];
  for (let byte = FIRST_TIME_AT; byte <= LAST_TIME_AT; byte += 2) {
    const value = view.getInt16(byte - 1, little);
    const rescaled = wordOf(applyScalar(value, from), to);
    if (byte !== TRACE_WORDS.delay.byte && !isInt16(rescaled)) return null;
    if (byte !== TRACE_WORDS.delay.byte) words.push([byte - 1, rescaled]);
  }
  return words;
}
