/** How far apart trace headers stand, found from the headers themselves. */
import type { OpenFile } from '../../../native/native-reader.ts';
import { TRACE_HEADER_BYTES } from '../trace-header.ts';
import { commonWords, headerPattern, matchesPattern, type HeaderPattern } from './header-pattern.ts';
import { readHeaderAt } from './read-headers.ts';

/** Half a million 8-byte samples: beyond it headers say themselves how long a trace is (rev 2). */
const MOST_STRIDE_BYTES = 4 * 2 ** 20;
/** Headers that must follow at the same distance, where the file goes on. */
const HEADERS_TO_VERIFY = 3;

/** What was found in open files: a dozen ways to read one ask the same, and an open file does not change. */
const found = new WeakMap<OpenFile, Map<string, Promise<number | null>>>();

/**
 * The least distance from the header at `offset` at which others follow evenly. Null where that header is too full or
 * too empty to be recognised, or none like it follows.
 * @param end of the traces
 */
export function findStride(file: OpenFile, offset: number, end: number): Promise<number | null> {
  const known = found.get(file) ?? new Map<string, Promise<number | null>>();
  found.set(file, known);
  const key = `${offset} ${end}`;
  const stride = known.get(key) ?? searchStride(file, offset, end);
  known.set(key, stride);
  return stride;
}

async function searchStride(file: OpenFile, offset: number, end: number): Promise<number | null> {
  const bytes = new Uint8Array(Math.min(end - offset, MOST_STRIDE_BYTES + 2 * TRACE_HEADER_BYTES));
  if (bytes.length < 2 * TRACE_HEADER_BYTES) return null;
  await file.readBytes(offset, bytes, null);
  const first = bytes.subarray(0, TRACE_HEADER_BYTES);
  const pattern = headerPattern([first]);
  if (pattern === null) return null;
  let filled = 0;
  for (let at = TRACE_HEADER_BYTES; at + TRACE_HEADER_BYTES <= bytes.length; at += 1) {
    // Of blank stretches, which look like most of a header at every byte, only the ends can begin one.
    filled = nextFilled(bytes, Math.max(at, filled));
    at = Math.max(at, filled - TRACE_HEADER_BYTES + 1);
    if (!matchesPattern(pattern, bytes, at)) continue;
    const stride = bestMatch(pattern, first, bytes, at);
    if (await isRepeated(file, pattern, { offset, stride, end })) return stride;
    at = stride;
  }
  return null;
}

/** The first byte from `from` on that is not zero. */
function nextFilled(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] === 0) at += 1;
  return at;
}

/** A header shifted by a few words still looks like one; at its own place it has the most words in common. */
export function bestMatch(pattern: HeaderPattern, header: Uint8Array, bytes: Uint8Array, from: number): number {
  let best = from;
  let most = 0;
  const last = Math.min(from + TRACE_HEADER_BYTES, bytes.length - TRACE_HEADER_BYTES + 1);
  for (let at = from; at < last; at += 1) {
    const common = matchesPattern(pattern, bytes, at) ? commonWords(header, bytes, at) : 0;
    if (common > most) [best, most] = [at, common];
  }
  return best;
}

interface Repetition {
  readonly offset: number;
  readonly stride: number;
  readonly end: number;
}

/** At least one further header, or a file that ends right where one would stand. */
async function isRepeated(
  file: OpenFile,
  pattern: HeaderPattern,
  { offset, stride, end }: Repetition,
): Promise<boolean> {
  for (let trace = 2; trace <= HEADERS_TO_VERIFY; trace += 1) {
    const at = offset + trace * stride;
    if (at + TRACE_HEADER_BYTES > end) return trace > 2 || at === end;
    if (!matchesPattern(pattern, await readHeaderAt(file, at), 0)) return false;
  }
  return true;
}
