/**
 * Recycled sample buffers. The first write to fresh memory faults page by page, which costs a 2 MB slice more than its
 * decoding, so a slice's buffer comes back here once nobody reads or writes it any more.
 */
export class BufferPool {
  readonly #budgetBytes: number;
  /** By length; slices of one survey come in a handful of lengths. Last given back is first taken: it is warm. */
  readonly #free = new Map<number, Float32Array[]>();
  #freeBytes = 0;
  #lentCount = 0;

  constructor(budgetBytes: number) {
    this.#budgetBytes = budgetBytes;
  }

  /** Buffers that have not come back. */
  get lentCount(): number {
    return this.#lentCount;
  }

  /** Holds whatever it held before. Exactly `length` long: a view of a longer buffer would be cloned whole by ports. */
  take(length: number): PooledBuffer {
    const recycled = this.#free.get(length)?.pop();
    if (recycled !== undefined) this.#freeBytes -= recycled.byteLength;
    this.#lentCount += 1;
    return new PooledBuffer(recycled ?? new Float32Array(length), (data) => this.#giveBack(data));
  }

  clear(): void {
    this.#free.clear();
    this.#freeBytes = 0;
  }

  #giveBack(data: Float32Array): void {
    this.#lentCount -= 1;
    this.#makeRoom(data);
    if (this.#freeBytes + data.byteLength > this.#budgetBytes) return;
    const sameLength = this.#free.get(data.length);
    if (sameLength === undefined) this.#free.set(data.length, [data]);
    else sameLength.push(data);
    this.#freeBytes += data.byteLength;
  }

  /** Buffers of other lengths leave, or those of a survey that is closed would stay for ever in the way of the next's. */
  #makeRoom({ length, byteLength }: Float32Array): void {
    for (const [otherLength, buffers] of this.#free) {
      if (otherLength === length) continue;
      while (buffers.length > 0 && this.#freeBytes + byteLength > this.#budgetBytes) {
        this.#freeBytes -= buffers.pop()!.byteLength;
      }
      if (buffers.length === 0) this.#free.delete(otherLength);
    }
  }
}

/** A buffer with a count of its holders; it starts with one and goes back to the pool when the last releases it. */
export class PooledBuffer {
  readonly data: Float32Array;
  readonly #giveBack: (data: Float32Array) => void;
  #holders = 1;

  constructor(data: Float32Array, giveBack: (data: Float32Array) => void) {
    this.data = data;
    this.#giveBack = giveBack;
  }

  retain(): void {
    this.#holders += 1;
  }

  release(): void {
    this.#holders -= 1;
    if (this.#holders === 0) this.#giveBack(this.data);
  }
}
