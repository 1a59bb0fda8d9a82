/** Crossings ahead of the sweep line, the leftmost first (below others at the same x), compared exactly: a binary heap. */
import { comparePlaces, ExactPlace } from '../exact-place.ts';
import type { Segments } from '../segments.ts';

export class ExpectedCrossing extends ExactPlace {
  /** One of the two that cross. */
  readonly chain: number;

  constructor(segments: Segments, a: number, b: number, chain: number) {
    super(segments, Math.min(a, b), Math.max(a, b));
    this.chain = chain;
  }
}

export class CrossingQueue {
  readonly #heap: ExpectedCrossing[] = [];

  /** Null where there is none. */
  get first(): ExpectedCrossing | null {
    return this.#heap[0] ?? null;
  }

  push(crossing: ExpectedCrossing): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(crossing);
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      if (comparePlaces(crossing, heap[parent]!) >= 0) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = crossing;
  }

  /** Removes the first. */
  pop(): void {
    const heap = this.#heap;
    const moved = heap.pop();
    if (moved === undefined || heap.length === 0) return;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && comparePlaces(heap[child + 1]!, heap[child]!) < 0) child += 1;
      if (comparePlaces(moved, heap[child]!) <= 0) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = moved;
  }
}
