/** Finds where traces go on behind bytes that are none. */
import type { OpenFile } from '../../../native/native-reader.ts';
import { TRACE_HEADER_BYTES } from '../trace-header.ts';
import { bestMatch } from './find-stride.ts';
import { commonWords, hasFixedWords, matchesPattern, type HeaderPattern } from './header-pattern.ts';
import { readHeaderAt } from './read-headers.ts';

export interface HeaderSearch {
  readonly from: number;
  readonly end: number;
  readonly strideBytes: number;
  readonly pattern: HeaderPattern;
  /** One of the traces before. */
  readonly example: Uint8Array;
  /** Two-byte words that any header of the file has in common with its neighbours. */
  readonly leastCommon: number;
}

/** Damage is nearly always short: the first look costs little, later ones read more at once. */
const FIRST_WINDOW_BYTES = 2 ** 16;
const LARGEST_WINDOW_BYTES = 2 ** 20;

/** How much of a file may be searched in all. */
export class SearchBudget {
  bytesLeft = 256 * 2 ** 20;
}

/**
 * The next header of a trace that is all there. Null where there is none, or the budget is spent.
 */
export async function findHeader(file: OpenFile, search: HeaderSearch, budget: SearchBudget): Promise<number | null> {
  let start = search.from;
  let windowBytes = FIRST_WINDOW_BYTES;
  while (start + TRACE_HEADER_BYTES <= search.end && budget.bytesLeft > 0) {
    const bytes = new Uint8Array(Math.min(windowBytes + OVERLAP_BYTES, search.end - start));
    await file.readBytes(start, bytes, null);
    budget.bytesLeft -= bytes.length;
    const found = isZero(bytes) ? null : await findInWindow(file, search, bytes, start, windowBytes);
    if (found !== null) return found;
    start += windowBytes;
    windowBytes = Math.min(4 * windowBytes, LARGEST_WINDOW_BYTES);
  }
  return null;
}

/** A header that begins in one window, and the places beside it at which it would look like one, too. */
const OVERLAP_BYTES = 2 * TRACE_HEADER_BYTES;

async function findInWindow(
  file: OpenFile,
  search: HeaderSearch,
  bytes: Uint8Array,
  start: number,
  windowBytes: number,
): Promise<number | null> {
  const { pattern, example, strideBytes, end, leastCommon } = search;
  let from = 0;
  for (const at of possiblePlaces(bytes.subarray(0, windowBytes + TRACE_HEADER_BYTES), pattern)) {
    if (at < from || !matchesPattern(pattern, bytes, at)) continue;
    const best = bestMatch(pattern, example, bytes, at);
    if (start + best + strideBytes > end) return null;
    if (commonWords(example, bytes, best) >= leastCommon && (await leadsOn(file, start + best, search))) {
      return start + best;
    }
    from = best + 1;
  }
  return null;
}

/** Fixed words that stay the same in nearly every file: count, interval, scalars, id. */
const ANCHORS = [115, 117, 71, 69, 29, 89].map((byte) => byte - 1);
/** So many fixed words are looked for. */
const ANCHORS_USED = 4;

/** Where a header may begin: every byte, or, forty times as fast, those that put a fixed word in its place. */
function possiblePlaces(bytes: Uint8Array, pattern: HeaderPattern): Iterable<number> {
  if (!hasFixedWords(pattern)) return bytes.keys();
  const rank = (position: number): number => (ANCHORS.indexOf(position) + ANCHORS.length + 1) % (ANCHORS.length + 1);
  const anchors = pattern.fixed.toSorted(([one], [other]) => rank(one) - rank(other)).slice(0, ANCHORS_USED);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const places = new Set<number>();
  for (const [position, first, second] of anchors) {
    const word = Buffer.of(first, second);
    for (let at = buffer.indexOf(word); at !== -1; at = buffer.indexOf(word, at + 1)) {
      if (at >= position) places.add(at - position);
    }
  }
  return Float64Array.from(places).sort();
}

/** Headers of which little stays the same need another that follows. */
async function leadsOn(file: OpenFile, offset: number, { end, strideBytes, pattern }: HeaderSearch): Promise<boolean> {
  if (hasFixedWords(pattern)) return true;
  const next = offset + strideBytes;
  if (next + TRACE_HEADER_BYTES > end) return true;
  return matchesPattern(pattern, await readHeaderAt(file, next), 0);
}

export const isZero = (bytes: Uint8Array): boolean => Buffer.compare(bytes, ZEROS.subarray(0, bytes.length)) === 0;
const ZEROS = new Uint8Array(LARGEST_WINDOW_BYTES + OVERLAP_BYTES);
