/** The next vertex of every chain under the sweep line, the leftmost first (below others at the same x): a binary heap. */
export class VertexQueue {
  #chains = new Uint32Array(256);
  #x = new Float64Array(256);
  #y = new Float64Array(256);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Of the first; the queue must not be empty. */
  get x(): number {
    return this.#x[0]!;
  }

  get y(): number {
    return this.#y[0]!;
  }

  get chain(): number {
    return this.#chains[0]!;
  }

  push(chain: number, x: number, y: number): void {
    if (this.#size === this.#chains.length) this.#grow();
    const [xs, ys, chains] = [this.#x, this.#y, this.#chains];
    let at = this.#size;
    this.#size += 1;
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      if (x > xs[parent]! || (x === xs[parent]! && y >= ys[parent]!)) break;
      xs[at] = xs[parent]!;
      ys[at] = ys[parent]!;
      chains[at] = chains[parent]!;
      at = parent;
    }
    xs[at] = x;
    ys[at] = y;
    chains[at] = chain;
  }

  /** Removes the first. */
  pop(): void {
    this.#size -= 1;
    const last = this.#size;
    if (last > 0) this.replace(this.#chains[last]!, this.#x[last]!, this.#y[last]!);
  }

  /** Puts another vertex in the place of the first. */
  replace(chain: number, x: number, y: number): void {
    const [xs, ys, chains, size] = [this.#x, this.#y, this.#chains, this.#size];
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      const other = child + 1;
      if (other < size && (xs[other]! < xs[child]! || (xs[other] === xs[child] && ys[other]! < ys[child]!))) {
        child = other;
      }
      if (x < xs[child]! || (x === xs[child]! && y <= ys[child]!)) break;
      xs[at] = xs[child]!;
      ys[at] = ys[child]!;
      chains[at] = chains[child]!;
      at = child;
    }
    xs[at] = x;
    ys[at] = y;
    chains[at] = chain;
  }

  #grow(): void {
    const [chains, x, y] = [this.#chains, this.#x, this.#y];
    this.#chains = new Uint32Array(2 * chains.length);
    this.#x = new Float64Array(2 * x.length);
    this.#y = new Float64Array(2 * y.length);
    this.#chains.set(chains);
    this.#x.set(x);
    this.#y.set(y);
  }
}
