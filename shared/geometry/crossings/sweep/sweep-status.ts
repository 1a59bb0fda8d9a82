/**
 * The chains under the sweep line from bottom to top: a treap, balanced by seeded priorities, whose nodes are also linked with
 * their neighbours. A node stands for a place in the order, so chains that change places need no other tree.
 */
export const NONE = 0;

const FIRST_CAPACITY = 256;

export class SweepStatus {
  /** Chain at each node. */
  chains = new Uint32Array(FIRST_CAPACITY);
  below = new Uint32Array(FIRST_CAPACITY);
  above = new Uint32Array(FIRST_CAPACITY);
  lower = new Uint32Array(FIRST_CAPACITY);
  upper = new Uint32Array(FIRST_CAPACITY);
  root = NONE;
  readonly #nodeOf: Uint32Array;
  #parent = new Uint32Array(FIRST_CAPACITY);
  #priority = new Uint32Array(FIRST_CAPACITY);
  #free: number[] = [];
  #used = 1;
  #random = 2463534242;

  constructor(chains: number) {
    this.#nodeOf = new Uint32Array(chains);
  }

  nodeOf(chain: number): number {
    return this.#nodeOf[chain]!;
  }

  put(node: number, chain: number): void {
    this.chains[node] = chain;
    this.#nodeOf[chain] = node;
  }

  /** A new node right above another, or at the bottom. */
  insertAbove(node: number, chain: number): number {
    const added = this.#takeNode();
    this.put(added, chain);
    const next = node === NONE ? this.#bottom() : this.above[node]!;
    this.#link(node, added);
    this.#link(added, next);
    // One of two neighbours lies beneath the other, and so has room on its side.
    if (node !== NONE && this.upper[node] === NONE) this.#attach(node, added, this.upper);
    else if (next !== NONE) this.#attach(next, added, this.lower);
    else this.root = added;
    while (this.#parent[added] !== NONE && this.#priority[this.#parent[added]!]! < this.#priority[added]!) {
      this.#rotateUp(added);
    }
    return added;
  }

  remove(node: number): void {
    while (this.lower[node] !== NONE && this.upper[node] !== NONE) {
      const [lower, upper] = [this.lower[node]!, this.upper[node]!];
      this.#rotateUp(this.#priority[lower]! > this.#priority[upper]! ? lower : upper);
    }
    const child = this.lower[node] === NONE ? this.upper[node]! : this.lower[node]!;
    this.#replaceChild(this.#parent[node]!, node, child);
    this.#link(this.below[node]!, this.above[node]!);
    this.#free.push(node);
  }

  #bottom(): number {
    let node = this.root;
    while (node !== NONE && this.lower[node] !== NONE) node = this.lower[node]!;
    return node;
  }

  #link(node: number, next: number): void {
    if (node !== NONE) this.above[node] = next;
    if (next !== NONE) this.below[next] = node;
  }

  #attach(parent: number, child: number, side: Uint32Array): void {
    side[parent] = child;
    this.#parent[child] = parent;
  }

  #replaceChild(parent: number, child: number, other: number): void {
    if (parent === NONE) this.root = other;
    else if (this.lower[parent] === child) this.lower[parent] = other;
    else this.upper[parent] = other;
    if (other !== NONE) this.#parent[other] = parent;
  }

  #rotateUp(node: number): void {
    const parent = this.#parent[node]!;
    const [side, otherSide] = this.lower[parent] === node ? [this.lower, this.upper] : [this.upper, this.lower];
    const moved = otherSide[node]!;
    this.#replaceChild(this.#parent[parent]!, parent, node);
    otherSide[node] = parent;
    this.#parent[parent] = node;
    side[parent] = moved;
    if (moved !== NONE) this.#parent[moved] = parent;
  }

  #takeNode(): number {
    const node = this.#free.pop() ?? this.#used;
    if (node === this.#used) {
      this.#used += 1;
      if (this.#used > this.chains.length) this.#grow();
    }
    this.lower[node] = NONE;
    this.upper[node] = NONE;
    this.below[node] = NONE;
    this.above[node] = NONE;
    this.#parent[node] = NONE;
    this.#priority[node] = this.#nextRandom();
    return node;
  }

  /** xorshift32 (Marsaglia 2003). */
  #nextRandom(): number {
    this.#random ^= this.#random << 13;
    this.#random ^= this.#random >>> 17;
    this.#random ^= this.#random << 5;
    return this.#random >>> 0;
  }

  #grow(): void {
    const larger = (array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
      const copy = new Uint32Array(2 * array.length);
      copy.set(array);
      return copy;
    };
    this.chains = larger(this.chains);
    this.below = larger(this.below);
    this.above = larger(this.above);
    this.lower = larger(this.lower);
    this.upper = larger(this.upper);
    this.#parent = larger(this.#parent);
    this.#priority = larger(this.#priority);
  }
}
