/** Finds the first traces of a file whose start is damaged, shifted or missing. */
import type { ByteOrder } from '../../../../shared/survey.ts';
import type { OpenFile } from '../../../native/native-reader.ts';
import { isLegalScalar } from '../scaled-words.ts';
import { TRACE_HEADER_BYTES, TRACE_WORDS } from '../trace-header.ts';
import { headerPattern, isSparse, matchesPattern } from './header-pattern.ts';

/** Headers of traces that follow each other evenly. */
export interface HeaderChain {
  /** Of the first header, from the start of the file. */
  readonly offset: number;
  readonly strideBytes: number;
  readonly byteOrder: ByteOrder;
  /** As its bytes 115-116 state. */
  readonly sampleCount: number;
  readonly bytesPerSample: number;
}

/** A start of more megabytes than this was never met. */
const SEARCHED_BYTES = 4 * 2 ** 20;
/** Two strides of the longest traces that a two-byte count can state, at 8 bytes a sample. */
const AHEAD_BYTES = 2 * (TRACE_HEADER_BYTES + 65_535 * 8) + TRACE_HEADER_BYTES;
const COUNT = TRACE_WORDS.sampleCount.byte - 1;
/** Commonest first. */
const BYTES_PER_SAMPLE = [4, 2, 1, 3, 8];
/** Shorter traces are none. */
const LEAST_SAMPLES = 2;

/**
 * The first header whose sample count leads to another with the same count and interval (bytes 115-118), and that to a
 * third or to the end of the file.
 */
export function findChain(file: OpenFile, from: number): Promise<HeaderChain | null> {
  const known = found.get(file) ?? new Map<number, Promise<HeaderChain | null>>();
  found.set(file, known);
  const chain = known.get(from) ?? searchChain(file, from);
  known.set(from, chain);
  return chain;
}

/** What was found in open files: a dozen ways to read one ask the same, and an open file does not change. */
const found = new WeakMap<OpenFile, Map<number, Promise<HeaderChain | null>>>();

async function searchChain(file: OpenFile, from: number): Promise<HeaderChain | null> {
  const bytes = new Uint8Array(Math.max(0, Math.min(file.bytes - from, SEARCHED_BYTES + AHEAD_BYTES)));
  if (bytes.length < 2 * TRACE_HEADER_BYTES) return null;
  await file.readBytes(from, bytes, null);
  const window = { bytes, from, fileBytes: file.bytes };
  const last = Math.min(SEARCHED_BYTES, bytes.length - TRACE_HEADER_BYTES);
  for (let at = 0; at <= last; at += 1) {
    if (!mayLead(bytes, at)) continue;
    const found = chainAt(window, at, 'little') ?? chainAt(window, at, 'big');
    if (found === null) continue;
    // Small little-endian numbers are big-endian ones a byte before.
    const next = found.byteOrder === 'big' ? chainAt(window, at + 1, 'little') : null;
    return next !== null && likelihood(window, next) > likelihood(window, found) ? next : found;
  }
  return null;
}

/** Most bytes of a file are ruled out by the two that a count would be. Nothing here may cost more than a few loads. */
function mayLead(bytes: Uint8Array, at: number): boolean {
  const first = bytes[at + COUNT]!;
  const second = bytes[at + COUNT + 1]!;
  if (first === 0 && second === 0) return false;
  const behind = at + COUNT + TRACE_HEADER_BYTES;
  const big = first * 256 + second;
  const little = second * 256 + first;
  for (const bytesPerSample of BYTES_PER_SAMPLE) {
    const one = behind + big * bytesPerSample;
    if (bytes[one] === first && bytes[one + 1] === second) return true;
    const other = behind + little * bytesPerSample;
    if (bytes[other] === first && bytes[other + 1] === second) return true;
  }
  return false;
}

interface Window {
  readonly bytes: Uint8Array;
  /** Of its first byte, from the start of the file. */
  readonly from: number;
  readonly fileBytes: number;
}

function chainAt(window: Window, at: number, byteOrder: ByteOrder): HeaderChain | null {
  const { bytes, from } = window;
  const [first, second] = [bytes[at + COUNT]!, bytes[at + COUNT + 1]!];
  const sampleCount = byteOrder === 'big' ? first * 256 + second : second * 256 + first;
  if (sampleCount < LEAST_SAMPLES) return null;
  for (const bytesPerSample of BYTES_PER_SAMPLE) {
    const strideBytes = TRACE_HEADER_BYTES + sampleCount * bytesPerSample;
    if (hasSameCount(bytes, at, at + strideBytes) && isChain(window, at, strideBytes)) {
      return { offset: from + at, strideBytes, byteOrder, sampleCount, bytesPerSample };
    }
  }
  return null;
}

/** Both numbers, of which one alone recurs by chance every 65,536 bytes. */
function hasSameCount(bytes: Uint8Array, one: number, other: number): boolean {
  if (other + TRACE_HEADER_BYTES > bytes.length) return false;
  for (let i = COUNT; i < COUNT + 4; i += 1) if (bytes[one + i] !== bytes[other + i]) return false;
  return true;
}

function isChain({ bytes, from, fileBytes }: Window, at: number, strideBytes: number): boolean {
  if (!isSparse(bytes, at)) return false;
  const pattern = headerPattern([bytes.subarray(at, at + TRACE_HEADER_BYTES)]);
  if (pattern === null || !matchesPattern(pattern, bytes, at + strideBytes)) return false;
  const third = at + 2 * strideBytes;
  return from + third === fileBytes || matchesPattern(pattern, bytes, third);
}

/** Of two chains that share their bytes: the one that ends with the file, and has scalars as the standard allows them. */
function likelihood({ bytes, from, fileBytes }: Window, { offset, strideBytes, byteOrder }: HeaderChain): number {
  const view = new DataView(bytes.buffer, offset - from);
  const legal = [69, 71].filter((byte) => isLegalScalar(view.getInt16(byte - 1, byteOrder === 'little')));
  return legal.length + ((fileBytes - offset) % strideBytes === 0 ? 2 : 0);
}
