/** Goes from trace to trace through a damaged file: up to where headers stop following each other, and on from the next. */
import type { OpenFile } from '../../../native/native-reader.ts';
import { findHeader, isZero, SearchBudget } from './find-header.ts';
import { commonWords, headerPattern, isAlike, matchesPattern, type HeaderPattern } from './header-pattern.ts';
import { isShifted } from './is-shifted.ts';
import { readHeaderAt, readHeadersAt } from './read-headers.ts';

export interface EvenTraces {
  readonly start: number;
  readonly end: number;
  readonly strideBytes: number;
  readonly headerBytes: number;
}

/** Traces that follow each other evenly. */
export interface TraceRun {
  /** Of the first header, from the start of the file. */
  readonly offset: number;
  readonly count: number;
}

/** Bytes between two runs that belong to no complete trace. */
export interface TraceGap {
  readonly offset: number;
  readonly bytes: number;
  /** Of the last trace before it; null where there is none. */
  readonly headerBefore: Uint8Array | null;
  readonly headerBehind: Uint8Array;
}

export interface RecoveredTraces {
  readonly runs: readonly TraceRun[];
  readonly gaps: readonly TraceGap[];
}

/** More places than these in one file are no damage any more but another format. */
const MOST_GAPS = 200;

/**
 * Null where headers follow each other up to the end of the file, as far as a few show, or cannot be told from anything.
 * What lies behind the last run is none of its gaps.
 */
export async function recoverTraces(file: OpenFile, traces: EvenTraces): Promise<RecoveredTraces | null> {
  const known = await knownHeaders(file, traces);
  if (known === null || (await isWhole(file, traces, known))) return null;
  const runs: TraceRun[] = [];
  const gaps: TraceGap[] = [];
  const budget = new SearchBudget();
  let offset = traces.start;
  for (;;) {
    const count = await countTraces(file, { ...traces, start: offset }, known);
    const next = gaps.length < MOST_GAPS ? await findNext(file, traces, offset, count, known, budget) : null;
    // Bytes are missing from the last trace where the next one begins before its end.
    const kept = next !== null && next < offset + count * traces.strideBytes ? count - 1 : count;
    if (kept > 0) runs.push({ offset, count: kept });
    if (next === null) return isBetter(traces, runs) ? { runs, gaps } : null;
    await addGap(file, traces, runs, gaps, next);
    offset = next;
  }
}

/** Of a file that just holds so many traces no whole one may be missing for bytes that are none. */
function isBetter({ start, end, strideBytes }: EvenTraces, runs: readonly TraceRun[]): boolean {
  const last = runs.at(-1);
  if (last === undefined) return false;
  const tail = end - (last.offset + last.count * strideBytes);
  return (end - start) % strideBytes !== 0 || tail % strideBytes === 0;
}

/** Null where the traces end with the run. */
async function findNext(
  file: OpenFile,
  { end, strideBytes, headerBytes }: EvenTraces,
  offset: number,
  count: number,
  { pattern, example, leastCommon }: KnownHeaders,
  budget: SearchBudget,
): Promise<number | null> {
  const expected = offset + count * strideBytes;
  const from = count === 0 ? offset + 1 : expected - strideBytes + headerBytes;
  if (from + strideBytes > end) return null;
  const nearest = count === 0 ? example : await readHeaderAt(file, expected - strideBytes);
  return await findHeader(file, { from, end, strideBytes, pattern, example: nearest, leastCommon }, budget);
}

/** One gap even where nothing between two of them could be kept. */
async function addGap(
  file: OpenFile,
  { start, strideBytes }: EvenTraces,
  runs: readonly TraceRun[],
  gaps: TraceGap[],
  next: number,
): Promise<void> {
  const last = runs.at(-1);
  const offset = last === undefined ? start : last.offset + last.count * strideBytes;
  const headerBefore = last === undefined ? null : await readHeaderAt(file, offset - strideBytes);
  if (gaps.at(-1)?.offset === offset) gaps.pop();
  gaps.push({ offset, bytes: next - offset, headerBefore, headerBehind: await readHeaderAt(file, next) });
}

interface KnownHeaders {
  readonly pattern: HeaderPattern;
  readonly example: Uint8Array;
  /** Two-byte words that each has in common with the next. */
  readonly leastCommon: number;
}

/** The first headers may be damaged themselves. */
const HEADERS_TRIED = 4;
/** So many show which words are always zero. */
const HEADERS_LEARNED = 8;

async function knownHeaders(file: OpenFile, traces: EvenTraces): Promise<KnownHeaders | null> {
  const total = totalOf(traces);
  const wanted = Math.min(total, HEADERS_TRIED + HEADERS_LEARNED);
  const headers = await readHeadersAt(
    file,
    Array.from({ length: wanted }, (_, trace) => traces.start + trace * traces.strideBytes),
  );
  for (let first = 0; first < Math.min(HEADERS_TRIED, headers.length); first += 1) {
    const own = headerPattern([headers[first]!]);
    if (own === null) continue;
    const others = headers.slice(first + 1, first + HEADERS_LEARNED);
    const alike = [headers[first]!, ...others.filter((header) => matchesPattern(own, header, 0))];
    const pattern = alike.length < 2 ? null : headerPattern(alike);
    if (pattern !== null) return { pattern, example: headers[first]!, leastCommon: leastCommonWords(alike) };
  }
  return null;
}

/** A new line changes a few words more than the step from trace to trace. */
const OTHER_LINE_WORDS = 8;

function leastCommonWords(headers: readonly Uint8Array[]): number {
  const common = headers.slice(1).map((header, i) => commonWords(headers[i]!, header));
  return Math.min(...common) - OTHER_LINE_WORDS;
}

const totalOf = ({ start, end, strideBytes }: EvenTraces): number => Math.floor((end - start) / strideBytes);

/** Places looked at between the first trace and the last. */
const PLACES_LOOKED_AT = 8;

/** Blank headers within the file are padding, of which nothing is lost; at its end they were never written. */
async function isWhole(file: OpenFile, traces: EvenTraces, known: KnownHeaders): Promise<boolean> {
  const total = totalOf(traces);
  const verdicts = await Promise.all(spread(total).map((trace) => look(file, traces, trace, known)));
  return (await look(file, traces, total - 1, known)) === 'header' && !verdicts.includes('other');
}

const spread = (total: number): number[] =>
  Array.from({ length: PLACES_LOOKED_AT }, (_, i) => Math.floor((i * total) / PLACES_LOOKED_AT));

/** Traces from the start on up to the first that has no header, supposing that there is one such border. */
async function countTraces(file: OpenFile, traces: EvenTraces, known: KnownHeaders): Promise<number> {
  const total = totalOf(traces);
  const isHeader = async (trace: number): Promise<boolean> => (await look(file, traces, trace, known)) === 'header';
  const places = [...new Set([...spread(total), total - 1])].filter((trace) => trace >= 0);
  const found = await Promise.all(places.map(isHeader));
  const firstOther = found.indexOf(false);
  if (firstOther === -1) return total;
  if (firstOther === 0) return 0;
  let [last, other] = [places[firstOther - 1]!, places[firstOther]!];
  while (other - last > 1) {
    const middle = Math.floor((last + other) / 2);
    if (await isHeader(middle)) last = middle;
    else other = middle;
  }
  return last + 1;
}

type Look = 'header' | 'blank' | 'other';

/**
 * Headers of another part of the file may differ from the pattern; then they are like their own neighbours, and none
 * that is more like a known one stands beside them.
 */
async function look(file: OpenFile, traces: EvenTraces, trace: number, known: KnownHeaders): Promise<Look> {
  const offset = traces.start + trace * traces.strideBytes;
  const header = await readHeaderAt(file, offset);
  if (matchesPattern(known.pattern, header, 0)) return 'header';
  if (isZero(header)) return 'blank';
  const isLast = trace === totalOf(traces) - 1;
  const neighbour = isLast ? offset - traces.strideBytes : offset + traces.strideBytes;
  if (neighbour < traces.start) return 'other';
  if (!isAlike(header, await readHeaderAt(file, neighbour))) return 'other';
  return (await isShifted(file, offset, known.pattern, known.example)) ? 'other' : 'header';
}
