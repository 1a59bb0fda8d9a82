/** Which trace lies nearest to a point: a KD-tree over the positions of all traces, in one buffer. */
import KDBush from 'kdbush';
import type { ProfileLines } from '../crossings/profile-lines.ts';

export interface NearestTrace {
  /** Of the lines that the index was made of. */
  readonly profile: number;
  /** 0-based along the profile. */
  readonly trace: number;
  /** In the unit of the positions. */
  readonly distance: number;
}

/** Traces that are looked through one by one at the end of a search: with 16 it is fastest (README.md). */
const NODE_SIZE = 16;

/** @returns what `TraceIndex` reads; it can be posted from a job to the page */
export function buildTraceIndex({ x, y }: ProfileLines): Uint8Array {
  // A tree of nothing is refused.
  if (x.length === 0) return new Uint8Array(0);
  const tree = new KDBush(x.length, NODE_SIZE);
  for (let i = 0; i < x.length; i += 1) {
    const isPlaced = Number.isFinite(x[i]!) && Number.isFinite(y[i]!);
    // No trace without a position is ever near.
    if (isPlaced) tree.add(x[i]!, y[i]!);
    else tree.add(Infinity, Infinity);
  }
  return new Uint8Array(tree.finish().data);
}

export class TraceIndex {
  readonly #ids: Uint16Array | Uint32Array;
  /** x and y of each trace, in the order of the tree. */
  readonly #coordinates: Float64Array;
  readonly #nodeSize: number;
  readonly #starts: Uint32Array;

  /** @param starts of the lines that the index was made of */
  constructor(bytes: Uint8Array, starts: Uint32Array) {
    const isWhole = bytes.byteLength === bytes.buffer.byteLength;
    const tree = bytes.length === 0 ? null : KDBush.from(isWhole ? bytes.buffer : bytes.slice().buffer);
    this.#ids = tree?.ids ?? new Uint32Array(0);
    this.#coordinates = (tree?.coords ?? new Float64Array(0)) as Float64Array;
    this.#nodeSize = tree?.nodeSize ?? NODE_SIZE;
    this.#starts = starts;
  }

  /** Of traces equally near the first; null where none is within `mostDistance`. */
  nearest(x: number, y: number, mostDistance = Infinity): NearestTrace | null {
    const ids = this.#ids;
    const coordinates = this.#coordinates;
    let nearest = -1;
    let squared = mostDistance * mostDistance;
    const look = (at: number): void => {
      const dx = coordinates[2 * at]! - x;
      const dy = coordinates[2 * at + 1]! - y;
      const distance = dx * dx + dy * dy;
      if (distance > squared || distance === Infinity) return;
      if (distance === squared && nearest >= 0 && ids[at]! > nearest) return;
      nearest = ids[at]!;
      squared = distance;
    };
    const search = (from: number, to: number, axis: 0 | 1): void => {
      if (to - from <= this.#nodeSize) {
        for (let at = from; at <= to; at += 1) look(at);
        return;
      }
      const middle = (from + to) >>> 1;
      look(middle);
      const beyond = (axis === 0 ? x : y) - coordinates[2 * middle + axis]!;
      const next = axis === 0 ? 1 : 0;
      // The side of the point first; the other one only where something nearer can lie in it.
      if (beyond <= 0) search(from, middle - 1, next);
      else search(middle + 1, to, next);
      if (beyond * beyond > squared) return;
      if (beyond <= 0) search(middle + 1, to, next);
      else search(from, middle - 1, next);
    };
    search(0, ids.length - 1, 0);
    return nearest < 0 ? null : { ...this.#placeOf(nearest), distance: Math.sqrt(squared) };
  }

  #placeOf(trace: number): { readonly profile: number; readonly trace: number } {
    const starts = this.#starts;
    let [low, high] = [0, starts.length - 1];
    // The last profile that begins at or before the trace; empty ones begin where the next does.
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (starts[middle]! <= trace) low = middle;
      else high = middle;
    }
    return { profile: low, trace: trace - starts[low]! };
  }
}
