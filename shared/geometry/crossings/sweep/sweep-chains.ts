/**
 * Profiles cut into chains along which the sweep line moves one way: from left to right, and upwards where a segment is
 * vertical. In the status a chain stays one element from its first vertex to its last.
 */
import { compareVertices } from '../meet-segments.ts';
import type { Segments } from '../segments.ts';

export interface SweepChains {
  readonly count: number;
  /** The vertices at the chains' left and right ends. A chain whose `left` is the larger runs against its profile. */
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  /** All chains by their left ends. */
  readonly byLeft: Uint32Array;
}

export function createSweepChains(segments: Segments): SweepChains {
  const { x, y, starts } = segments;
  const left: number[] = [];
  const right: number[] = [];
  const add = (from: number, to: number, isForward: boolean): void => {
    left.push(isForward ? from : to);
    right.push(isForward ? to : from);
  };
  for (let p = 0; p + 1 < starts.length; p += 1) {
    const last = starts[p + 1]! - 1;
    let from = starts[p]!;
    for (let v = from; v < last; v += 1) {
      const isForward = compareVertices(x, y, v, v + 1) < 0;
      if (v + 1 < last && compareVertices(x, y, v + 1, v + 2) < 0 === isForward) continue;
      add(from, v + 1, isForward);
      from = v + 1;
    }
  }
  const lefts = Uint32Array.from(left);
  const byLeft = lefts.map((_, chain) => chain).sort((c, d) => compareVertices(x, y, lefts[c]!, lefts[d]!));
  return { count: left.length, left: lefts, right: Uint32Array.from(right), byLeft };
}
