/** Which segment of each chain is under the sweep line. */
import { orient2d } from 'robust-predicates';
import type { Segments } from '../segments.ts';
import type { SweepChains } from './sweep-chains.ts';

export class ChainCursors {
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #ends: Uint32Array;
  /** Left vertex of the segment, and the way to the right one: 1 along the profile, -1 against it. */
  readonly #left: Uint32Array;
  readonly #way: Int8Array;

  constructor({ x, y }: Segments, { left, right }: SweepChains) {
    this.#x = x;
    this.#y = y;
    this.#ends = right;
    this.#left = left.slice();
    this.#way = Int8Array.from(left, (vertex, chain) => (vertex < right[chain]! ? 1 : -1));
  }

  left(chain: number): number {
    return this.#left[chain]!;
  }

  right(chain: number): number {
    return this.#left[chain]! + this.#way[chain]!;
  }

  segment(chain: number): number {
    const left = this.#left[chain]!;
    return this.#way[chain]! > 0 ? left : left - 1;
  }

  isLast(chain: number): boolean {
    return this.right(chain) === this.#ends[chain];
  }

  advance(chain: number): void {
    this.#left[chain] = this.right(chain);
  }

  /** Of a point to the chain's segment: positive above it, 0 on it. */
  side(chain: number, px: number, py: number): number {
    const [x, y, v] = [this.#x, this.#y, this.#left[chain]!];
    const w = v + this.#way[chain]!;
    return -orient2d(x[v]!, y[v]!, x[w]!, y[w]!, px, py);
  }

  /** Negative where the segment of chain c leaves a point of both beneath that of chain d; 0 where they run together. */
  compareLeaving(c: number, d: number, px: number, py: number): number {
    const [x, y, v, w] = [this.#x, this.#y, this.right(c), this.right(d)];
    return orient2d(px, py, x[v]!, y[v]!, x[w]!, y[w]!);
  }

  /** Whether two segments, of which c's is beneath d's at the sweep line, cross inside of both further right. */
  willCross(c: number, d: number): boolean {
    const [x, y, v, w] = [this.#x, this.#y, this.right(c), this.right(d)];
    const [vx, wx, vy, wy] = [x[v]!, x[w]!, y[v]!, y[w]!];
    if (vx < wx || (vx === wx && vy < wy)) return this.side(d, vx, vy) > 0;
    return this.side(c, wx, wy) < 0;
  }
}
