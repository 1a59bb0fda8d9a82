/**
 * What tells a file's trace headers from samples, text and junk, whatever its byte order: most of the 120 two-byte words
 * of a header are zero, always the same ones, and some never are.
 */
import { TRACE_HEADER_BYTES } from '../trace-header.ts';

export interface HeaderPattern {
  /** 0-based positions of words that are zero. */
  readonly zeros: Int32Array;
  /** Eight of them, from all over the header. */
  readonly someZeros: Int32Array;
  /** Positions of words that are not. */
  readonly set: Int32Array;
  /** Of these, the words that are the same in all headers, with their two bytes; none of one header alone. */
  readonly fixed: readonly (readonly [position: number, first: number, second: number])[];
}

/**
 * Words of a header that must be zero to tell it from data. Real ones have 96 and more; the fullest seen had 90, integers
 * stored as floats have 60.
 */
const LEAST_ZEROS = 70;
/** Headers of other parts of a file fill some words more; samples fill most. */
const ZEROS_SHARE = 0.85;
/** A few words that are set in the first headers are not in others. */
const SET_SHARE = 0.5;
/** Sample count, interval, scalars and the like stay the same, line numbers do not. */
const FIXED_SHARE = 1 / 3;
/** Of fewer fixed words all may be line numbers. */
const LEAST_FIXED = 3;

/** Null where the headers are too full or too empty to tell them from anything. */
export function headerPattern(headers: readonly Uint8Array[]): HeaderPattern | null {
  const zeros: number[] = [];
  const set: number[] = [];
  const fixed: [number, number, number][] = [];
  const [example] = headers;
  if (example === undefined) return null;
  for (let at = 0; at < TRACE_HEADER_BYTES; at += 2) {
    let zeroCount = 0;
    for (const header of headers) if (isZeroWord(header, at)) zeroCount += 1;
    if (zeroCount === headers.length) zeros.push(at);
    else if (zeroCount === 0) {
      set.push(at);
      const [first, second] = [example[at]!, example[at + 1]!];
      if (headers.every((header) => header[at] === first && header[at + 1] === second)) fixed.push([at, first, second]);
    }
  }
  if (zeros.length < LEAST_ZEROS || set.length === 0) return null;
  const someZeros = Int32Array.from({ length: SOME }, (_, i) => zeros[Math.floor((i * zeros.length) / SOME)]!);
  return {
    zeros: Int32Array.from(zeros),
    someZeros,
    set: Int32Array.from(set),
    fixed: headers.length > 1 ? fixed : [],
  };
}

/** Whether a header at `at` would be empty enough for a pattern. Of text and fillers a few loads tell, of which files hold megabytes. */
export function isSparse(bytes: Uint8Array, at: number): boolean {
  let fullLeft = TRACE_HEADER_BYTES / 2 - LEAST_ZEROS;
  for (let i = at; i < at + TRACE_HEADER_BYTES; i += 2) {
    if (!isZeroWord(bytes, i) && (fullLeft -= 1) < 0) return false;
  }
  return true;
}

/** Words that rule out most bytes, of which fewer than half may not be zero. */
const SOME = 8;

/** Whether a header may begin at `at`. Samples fail within a few loads, so that a search may ask at every byte. */
export function matchesPattern(
  { zeros, someZeros, set, fixed }: HeaderPattern,
  bytes: Uint8Array,
  at: number,
): boolean {
  if (at + TRACE_HEADER_BYTES > bytes.length) return false;
  if (!hasZeros(bytes, at, someZeros, SOME / 2 - 1)) return false;
  let missesLeft = Math.floor((1 - SET_SHARE) * set.length);
  for (const position of set) {
    if (isZeroWord(bytes, at + position) && (missesLeft -= 1) < 0) return false;
  }
  if (!hasZeros(bytes, at, zeros, (1 - ZEROS_SHARE) * zeros.length)) return false;
  if (fixed.length < LEAST_FIXED) return true;
  const same = fixed.filter(([position, first, second]) => isWord(bytes, at + position, first, second)).length;
  return same >= FIXED_SHARE * fixed.length;
}

function hasZeros(bytes: Uint8Array, at: number, positions: Int32Array, mostMisses: number): boolean {
  let misses = 0;
  for (const position of positions) {
    if (isZeroWord(bytes, at + position)) continue;
    misses += 1;
    if (misses > mostMisses) return false;
  }
  return true;
}

/**
 * Whether two blocks may be headers of one file: by a pattern; where headers are too full for one, by what they share.
 * Null where they are blank, which tells nothing.
 */
export function areHeaders(pattern: HeaderPattern | null, one: Uint8Array, other: Uint8Array): boolean | null {
  if (pattern !== null) return matchesPattern(pattern, other, 0);
  return one.every((byte) => byte === 0) ? null : isAlike(one, other);
}

/** Whether words stay the same that tell a header on its own from anything else. */
export const hasFixedWords = ({ fixed }: HeaderPattern): boolean => fixed.length >= LEAST_FIXED;

const isWord = (bytes: Uint8Array, at: number, first: number, second: number): boolean =>
  bytes[at] === first && bytes[at + 1] === second;

const isZeroWord = (bytes: Uint8Array, at: number): boolean => bytes[at] === 0 && bytes[at + 1] === 0;

/** Two-byte words that two headers have in common. */
export function commonWords(one: Uint8Array, other: Uint8Array, at = 0): number {
  let count = 0;
  for (let i = 0; i < TRACE_HEADER_BYTES; i += 2) {
    if (one[i] === other[at + i] && one[i + 1] === other[at + i + 1]) count += 1;
  }
  return count;
}

/** Neighbours share 110 words and more of their 120 in real files, others of the same file 105. */
const ALIKE_WORDS = 84;

/** Whether two blocks are headers of neighbouring traces, of whatever pattern; blanks and other fillers are none. */
export const isAlike = (one: Uint8Array, other: Uint8Array): boolean =>
  commonWords(one, other) >= ALIKE_WORDS && !isFiller(one);

/** One byte other than zero, or two in turn, make up more than half of it: blank text, or the same number over and over. */
function isFiller(header: Uint8Array): boolean {
  let repeated = 0;
  for (let at = 4; at < TRACE_HEADER_BYTES; at += 1) {
    if (header[at] !== 0 && header[at] === header[at - 4]) repeated += 1;
  }
  return repeated > TRACE_HEADER_BYTES / 2;
}
