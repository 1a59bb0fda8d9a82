/** What tells the traces of one position apart: their offsets, or only their order. */
import type { OffsetAxis } from '../../../shared/axes.ts';
import type { TracesByCell } from './traces-by-cell.ts';

/** More offsets than these were recorded, not sorted into classes. */
const MOST_OFFSETS = 4096;
/** Positions of a survey that was sorted into offset classes have most of them, also at its edges. */
const LEAST_SHARED = 0.25;
/** More than this share of traces with the offset of another at their position: the word says something else. */
const MOST_REPEATED_SHARE = 0.1;

/**
 * The offsets, where the positions share them: a common-offset plane then shows one offset throughout. Where all are
 * equal, or differ from position to position, the numbers of the traces within their position.
 */
export function offsetAxisOf({ starts, traces, occupied, fold }: TracesByCell, offset: Int32Array): OffsetAxis {
  const numbers: OffsetAxis = { kind: 'numbers', count: fold };
  const distinct = new Set<number>();
  for (const trace of traces) {
    distinct.add(offset[trace]!);
    if (distinct.size > MOST_OFFSETS) return numbers;
  }
  if (distinct.size === 1) return numbers;
  let places = 0;
  for (let cell = 0; cell + 1 < starts.length; cell += 1) {
    for (let at = starts[cell]!; at < starts[cell + 1]!; at += 1) {
      if (at === starts[cell] || offset[traces[at]!] !== offset[traces[at - 1]!]) places += 1;
    }
  }
  const isShared = places >= LEAST_SHARED * occupied * distinct.size;
  const isTellingApart = traces.length - places <= MOST_REPEATED_SHARE * traces.length;
  if (!isShared || !isTellingApart) return numbers;
  return { kind: 'offsets', values: [...distinct].sort((a, b) => a - b) };
}
