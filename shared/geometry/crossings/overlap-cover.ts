/** Whether a crossing lies where its profiles overlap: it is told as a part of the overlap then. */
import { comparePlaceWithPoint, sideOfPlace, type ExactPlace } from './exact-place.ts';
import { compareVertices } from './meet-segments.ts';
import type { OverlapPiece } from './overlap-pieces.ts';
import type { Segments } from './segments.ts';

/** Ends of a piece from left to right. */
interface Span {
  readonly segment: number;
  readonly left: number;
  readonly right: number;
  /** The greatest x of this and all spans before it. */
  readonly reach: number;
}

export class OverlapCover {
  readonly #segments: Segments;
  /** Of each pair of profiles, by their left ends. */
  readonly #spans = new Map<string, Span[]>();

  constructor(segments: Segments, pieces: readonly OverlapPiece[]) {
    this.#segments = segments;
    const { x, y, profileOf } = segments;
    const sorted = pieces.map(({ a, b, from, to }) => {
      const [left, right] = compareVertices(x, y, from, to) < 0 ? [from, to] : [to, from];
      return { key: `${profileOf[a]!},${profileOf[b]!}`, segment: a, left, right };
    });
    sorted.sort((p, q) => x[p.left]! - x[q.left]!);
    for (const { key, segment, left, right } of sorted) {
      const spans = this.#spans.get(key) ?? [];
      spans.push({ segment, left, right, reach: Math.max(x[right]!, spans.at(-1)?.reach ?? -Infinity) });
      this.#spans.set(key, spans);
    }
  }

  /** Of crossings of two profiles those that lie apart from their overlaps. */
  uncovered(p: number, q: number, places: readonly ExactPlace[]): readonly ExactPlace[] {
    if (this.#spans.size === 0) return places;
    const spans = this.#spans.get(`${p},${q}`);
    return spans === undefined ? places : places.filter((place) => !this.#isCovered(place, spans));
  }

  #isCovered(place: ExactPlace, spans: readonly Span[]): boolean {
    const { x, y } = this.#segments;
    // An infinite error bound makes all of them candidates.
    const [low, high] = [place.x - place.errorX, place.x + place.errorX];
    for (let i = this.#countUpTo(spans, high) - 1; i >= 0 && spans[i]!.reach >= low; i -= 1) {
      const { segment, left, right } = spans[i]!;
      if (
        comparePlaceWithPoint(place, x[left]!, y[left]!) >= 0 &&
        comparePlaceWithPoint(place, x[right]!, y[right]!) <= 0 &&
        sideOfPlace(place, segment, segment + 1) === 0
      ) {
        return true;
      }
    }
    return false;
  }

  /** Of spans that begin at or before `highX`. */
  #countUpTo(spans: readonly Span[], highX: number): number {
    const { x } = this.#segments;
    let [low, high] = [0, spans.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (x[spans[middle]!.left]! <= highX) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
