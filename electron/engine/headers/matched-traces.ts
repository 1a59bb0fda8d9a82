/** Traces that a filter matched, ascending: four bytes each, in the pieces in which they were found. */
import type { TraceRows } from './trace-rows.ts';

export class MatchedTraces implements TraceRows {
  readonly #pieces: Uint32Array[] = [];
  /** Row of each piece's first trace. */
  readonly #starts: number[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /**
   * @param traces behind all that were added before
   * @param matches 1 for each of them that matched
   */
  add(traces: Float64Array, matches: Uint8Array): void {
    let matchCount = 0;
    for (const match of matches) matchCount += match;
    if (matchCount === 0) return;
    const piece = new Uint32Array(matchCount);
    let next = 0;
    for (let i = 0; i < matches.length; i += 1) if (matches[i] === 1) piece[next++] = traces[i]!;
    this.#pieces.push(piece);
    this.#starts.push(this.#count);
    this.#count += matchCount;
  }

  tracesOf(first: number, count: number): Float64Array {
    const traces = new Float64Array(count);
    let piece = lastAtMost(this.#starts, first);
    for (let done = 0; done < count; piece += 1) {
      const inPiece = first + done - this.#starts[piece]!;
      const part = this.#pieces[piece]!.subarray(inPiece, inPiece + count - done);
      traces.set(part, done);
      done += part.length;
    }
    return traces;
  }

  rowFrom(trace: number): number {
    const piece = this.#pieces.findIndex((candidate) => candidate.at(-1)! >= trace);
    if (piece < 0) return this.#count;
    return this.#starts[piece]! + this.#pieces[piece]!.findIndex((candidate) => candidate >= trace);
  }
}

/** Position of the last of the ascending numbers that is no greater than `value`. */
function lastAtMost(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (ascending[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
