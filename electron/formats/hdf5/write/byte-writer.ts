/** Little-endian bytes, written one after another into memory that grows. All numbers of HDF5's own structures are so. */

/** Most structures are smaller. */
const FIRST_BYTES = 512;

export class ByteWriter {
  #bytes = new Uint8Array(FIRST_BYTES);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  u8(...values: readonly number[]): this {
    for (const value of values) {
      // First: it may give the bytes another memory.
      const at = this.#take(1);
      this.#bytes[at] = value;
    }
    return this;
  }

  u16(value: number): this {
    const at = this.#take(2);
    this.#view.setUint16(at, value, true);
    return this;
  }

  u32(value: number): this {
    const at = this.#take(4);
    this.#view.setUint32(at, value, true);
    return this;
  }

  /** @param value a safe integer, or `UNDEFINED_ADDRESS` */
  u64(value: number | bigint): this {
    const at = this.#take(8);
    this.#view.setBigUint64(at, BigInt(value), true);
    return this;
  }

  ascii(text: string): this {
    return this.u8(...Array.from(text, (character) => character.charCodeAt(0)));
  }

  raw(bytes: Uint8Array): this {
    const at = this.#take(bytes.length);
    this.#bytes.set(bytes, at);
    return this;
  }

  /** A view of what was written; writing on may leave it behind. */
  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  #take(count: number): number {
    const at = this.#length;
    this.#length += count;
    if (this.#length > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length));
      grown.set(this.#bytes);
      this.#bytes = grown;
      this.#view = new DataView(grown.buffer);
    }
    return at;
  }
}

/** All bits set: there is nothing there (HDF5 File Format Specification 3.0, I. Introduction). */
export const UNDEFINED_ADDRESS = 0xffff_ffff_ffff_ffffn;
