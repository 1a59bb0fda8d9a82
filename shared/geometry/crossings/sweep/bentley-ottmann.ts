/**
 * A sweep line (Bentley and Ottmann 1979) over chains instead of segments: a vertex inside a chain changes neither the
 * order nor the tree. Vertical segments count as leaning to the right by less than anything. All decisions are exact.
 */
import { comparePlaceWithPoint, comparePlaces, sideOfPlace } from '../exact-place.ts';
import type { Meetings } from '../meetings.ts';
import { ChainCursors } from './chain-cursors.ts';
import { CrossingQueue, ExpectedCrossing } from './crossing-queue.ts';
import { createSweepChains, type SweepChains } from './sweep-chains.ts';
import { NONE, SweepStatus } from './sweep-status.ts';
import { VertexQueue } from './vertex-queue.ts';

/** Vertices between two reports of progress. */
const REPORT_EVERY = 65536;

export function meetBySweep(meetings: Meetings, onProgress: (done: number, total: number) => void): void {
  new Sweep(meetings).run(onProgress);
}

/** Nodes from `bottom` to `top`, whose chains are at one point; both `NONE` where there are none. */
interface Group {
  readonly bottom: number;
  readonly top: number;
  /** The node beneath them. */
  readonly beneath: number;
}

class Sweep {
  readonly #meetings: Meetings;
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #chains: SweepChains;
  readonly #cursors: ChainCursors;
  readonly #status: SweepStatus;
  readonly #vertices = new VertexQueue();
  readonly #crossings = new CrossingQueue();
  /** Chains of `byLeft` that have begun. */
  #begun = 0;

  constructor(meetings: Meetings) {
    const { segments } = meetings;
    this.#meetings = meetings;
    this.#x = segments.x;
    this.#y = segments.y;
    this.#chains = createSweepChains(segments);
    this.#cursors = new ChainCursors(segments, this.#chains);
    this.#status = new SweepStatus(this.#chains.count);
  }

  run(onProgress: (done: number, total: number) => void): void {
    const vertices = this.#vertices;
    const total = this.#x.length;
    for (let done = 0; vertices.size > 0 || this.#begun < this.#chains.count; done += 1) {
      if (done % REPORT_EVERY === 0) onProgress(Math.min(done, total), total);
      const isStart = this.#isStartNext();
      const start = isStart ? this.#nextStart() : 0;
      const x = isStart ? this.#x[start]! : vertices.x;
      const y = isStart ? this.#y[start]! : vertices.y;
      const crossing = this.#crossings.first;
      if (crossing !== null && comparePlaceWithPoint(crossing, x, y) < 0) this.#passCrossing(crossing);
      else if (isStart || !this.#isAlone(vertices.chain, x, y)) this.#passVertex(x, y);
      else this.#advanceAlone(vertices.chain);
    }
    onProgress(total, total);
  }

  /** The vertex where the next chain begins; there must be one. */
  #nextStart(): number {
    return this.#chains.left[this.#chains.byLeft[this.#begun]!]!;
  }

  /** Whether a chain begins before, or where, the next vertex of those under the sweep line is. */
  #isStartNext(): boolean {
    if (this.#begun === this.#chains.count) return false;
    const vertices = this.#vertices;
    if (vertices.size === 0) return true;
    const start = this.#nextStart();
    const x = this.#x[start]!;
    return x < vertices.x || (x === vertices.x && this.#y[start]! <= vertices.y);
  }

  /** Whether the chain goes on at this vertex, and no other is there. No chain begins there. */
  #isAlone(chain: number, x: number, y: number): boolean {
    if (this.#cursors.isLast(chain)) return false;
    const status = this.#status;
    const node = status.nodeOf(chain);
    const [below, above] = [status.below[node]!, status.above[node]!];
    if (below !== NONE && this.#cursors.side(status.chains[below]!, x, y) === 0) return false;
    return above === NONE || this.#cursors.side(status.chains[above]!, x, y) !== 0;
  }

  #advanceAlone(chain: number): void {
    this.#cursors.advance(chain);
    const right = this.#cursors.right(chain);
    this.#vertices.replace(chain, this.#x[right]!, this.#y[right]!);
    const node = this.#status.nodeOf(chain);
    this.#expectCrossing(this.#status.below[node]!, node);
    this.#expectCrossing(node, this.#status.above[node]!);
  }

  /** All that happens at one vertex, or at several in one place. */
  #passVertex(x: number, y: number): void {
    const ending = this.#takeEnding(x, y);
    const starting = this.#takeStarting(x, y);
    while (this.#crossings.first !== null && comparePlaceWithPoint(this.#crossings.first, x, y) === 0) {
      this.#crossings.pop();
    }
    const isThere = (chain: number): boolean => this.#cursors.side(chain, x, y) === 0;
    const group =
      ending.length > 0 ? this.#groupAround(this.#status.nodeOf(ending[0]!), isThere) : this.#groupAt(x, y, isThere);
    const members = this.#membersOf(group);
    const met = members.map((chain) => this.#cursors.segment(chain));
    const over = new Set(ending.filter((chain) => this.#cursors.isLast(chain)));
    const going = ending.filter((chain) => !over.has(chain));
    for (const chain of going) this.#cursors.advance(chain);
    for (const chain of [...going, ...starting]) {
      const right = this.#cursors.right(chain);
      this.#vertices.push(chain, this.#x[right]!, this.#y[right]!);
      met.push(this.#cursors.segment(chain));
    }
    this.#offerAll(met);
    const leaving = [...members.filter((chain) => !over.has(chain)), ...starting];
    if (leaving.length > 1) leaving.sort((c, d) => this.#cursors.compareLeaving(c, d, x, y));
    this.#replaceGroup(group, leaving);
  }

  /** Two or more segments cross inside of all of them. */
  #passCrossing(crossing: ExpectedCrossing): void {
    const crossings = this.#crossings;
    do crossings.pop();
    while (crossings.first !== null && comparePlaces(crossings.first, crossing) === 0);
    const { chain } = crossing;
    const cursors = this.#cursors;
    const isThere = (other: number): boolean => sideOfPlace(crossing, cursors.left(other), cursors.right(other)) === 0;
    const group = this.#groupAround(this.#status.nodeOf(chain), isThere);
    const members = this.#membersOf(group);
    this.#offerAll(members.map((other) => cursors.segment(other)));
    this.#replaceGroup(group, members.reverse());
  }

  #takeEnding(x: number, y: number): number[] {
    const vertices = this.#vertices;
    const ending: number[] = [];
    while (vertices.size > 0 && vertices.x === x && vertices.y === y) {
      ending.push(vertices.chain);
      vertices.pop();
    }
    return ending;
  }

  #takeStarting(x: number, y: number): number[] {
    const starting: number[] = [];
    while (this.#begun < this.#chains.count) {
      const start = this.#nextStart();
      if (this.#x[start] !== x || this.#y[start] !== y) break;
      starting.push(this.#chains.byLeft[this.#begun]!);
      this.#begun += 1;
    }
    return starting;
  }

  /** What is at a point lies together in the order; `node` is there. */
  #groupAround(node: number, isThere: (chain: number) => boolean): Group {
    const { chains, below, above } = this.#status;
    let [bottom, top] = [node, node];
    while (below[bottom] !== NONE && isThere(chains[below[bottom]!]!)) bottom = below[bottom]!;
    while (above[top] !== NONE && isThere(chains[above[top]!]!)) top = above[top]!;
    return { bottom, top, beneath: below[bottom]! };
  }

  /** Searched for in the tree. */
  #groupAt(x: number, y: number, isThere: (chain: number) => boolean): Group {
    const { chains, lower, upper } = this.#status;
    let node = this.#status.root;
    let beneath = NONE;
    while (node !== NONE) {
      const side = this.#cursors.side(chains[node]!, x, y);
      if (side === 0) return this.#groupAround(node, isThere);
      if (side > 0) beneath = node;
      node = side > 0 ? upper[node]! : lower[node]!;
    }
    return { bottom: NONE, top: NONE, beneath };
  }

  /** From bottom to top. */
  #membersOf({ bottom, top }: Group): number[] {
    const { chains, above } = this.#status;
    const members: number[] = [];
    for (let node = bottom; node !== NONE; node = node === top ? NONE : above[node]!) members.push(chains[node]!);
    return members;
  }

  /** Puts chains, from bottom to top, in the place of a group. */
  #replaceGroup({ bottom, top, beneath }: Group, next: readonly number[]): void {
    const status = this.#status;
    let node = bottom;
    let placed = beneath;
    const followingOf = (member: number): number => (member === top ? NONE : status.above[member]!);
    for (const chain of next) {
      if (node === NONE) {
        placed = status.insertAbove(placed, chain);
      } else {
        status.put(node, chain);
        placed = node;
        node = followingOf(node);
      }
    }
    while (node !== NONE) {
      const following = followingOf(node);
      status.remove(node);
      node = following;
    }
    if (next.length > 0) this.#expectCrossing(beneath, status.nodeOf(next[0]!));
    if (placed !== NONE) this.#expectCrossing(placed, status.above[placed]!);
  }

  /** Of neighbours in the order. */
  #expectCrossing(lower: number, upper: number): void {
    if (lower === NONE || upper === NONE) return;
    const [c, d] = [this.#status.chains[lower]!, this.#status.chains[upper]!];
    if (!this.#cursors.willCross(c, d)) return;
    const { segments } = this.#meetings;
    this.#crossings.push(new ExpectedCrossing(segments, this.#cursors.segment(c), this.#cursors.segment(d), c));
  }

  #offerAll(met: readonly number[]): void {
    const { profileOf } = this.#meetings.segments;
    for (let i = 1; i < met.length; i += 1) {
      for (let j = 0; j < i; j += 1) {
        const [a, b] = [met[i]!, met[j]!];
        if (a !== b && this.#meetings.isWanted(profileOf[a]!, profileOf[b]!)) this.#meetings.offer(a, b);
      }
    }
  }
}
