/** Small reads of an HDF5 file's structures, checked against its size: everything in such a file may be a lie. */
import { CrosslineError } from '../../../../shared/errors.ts';
import type { OpenFile } from '../../../native/native-reader.ts';

/** No structure that is read whole is larger: symbol nodes and B-tree nodes take kilobytes, messages 64 KB. */
const MOST_BLOCK_BYTES = 16 * 2 ** 20;
/** All that one file may make us read before it is taken for a trap. */
const MOST_READ_BYTES = 512 * 2 ** 20;

export class MetadataReader {
  readonly file: OpenFile;
  /** Where addresses count from: behind a user block. */
  readonly baseAddress: number;
  #readBytes = 0;

  constructor(file: OpenFile, baseAddress: number) {
    this.file = file;
    this.baseAddress = baseAddress;
  }

  /** @throws CrosslineError not-hdf5 where the bytes lie outside the file */
  async block(address: number, bytes: number): Promise<BlockReader> {
    const start = this.baseAddress + address;
    const isInside = address >= 0 && bytes >= 0 && start + bytes <= this.file.bytes;
    if (!isInside || bytes > MOST_BLOCK_BYTES) throw this.damaged(`a structure of ${bytes} bytes at ${start}`);
    this.#readBytes += bytes;
    if (this.#readBytes > MOST_READ_BYTES) throw this.damaged('its structure does not end');
    const into = new Uint8Array(bytes);
    if (bytes > 0) await this.file.readBytes(start, into, null);
    return new BlockReader(into, this);
  }

  damaged(reason: string): CrosslineError {
    return new CrosslineError({ code: 'not-hdf5', path: this.file.path, reason });
  }
}

/** Reads one structure from its start on. Numbers are little-endian. */
export class BlockReader {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  readonly #owner: MetadataReader;
  #at = 0;

  constructor(bytes: Uint8Array, owner: MetadataReader) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#owner = owner;
  }

  get position(): number {
    return this.#at;
  }

  get left(): number {
    return this.bytes.length - this.#at;
  }

  u8(): number {
    return this.#view.getUint8(this.#take(1));
  }

  u16(): number {
    return this.#view.getUint16(this.#take(2), true);
  }

  u32(): number {
    return this.#view.getUint32(this.#take(4), true);
  }

  /** @returns null for the undefined address */
  address(): number | null {
    const value = this.#view.getBigUint64(this.#take(8), true);
    return value === 0xffff_ffff_ffff_ffffn ? null : this.#safe(value);
  }

  length(): number {
    return this.#safe(this.#view.getBigUint64(this.#take(8), true));
  }

  /** A number of 1, 2, 4 or 8 bytes. */
  sized(bytes: number): number {
    if (bytes === 1) return this.u8();
    if (bytes === 2) return this.u16();
    return bytes === 4 ? this.u32() : this.length();
  }

  ascii(bytes: number): string {
    return String.fromCharCode(...this.raw(bytes));
  }

  raw(bytes: number): Uint8Array {
    const at = this.#take(bytes);
    return this.bytes.subarray(at, at + bytes);
  }

  part(bytes: number): BlockReader {
    return new BlockReader(this.raw(bytes), this.#owner);
  }

  skip(bytes: number): void {
    this.#take(bytes);
  }

  damaged(reason: string): CrosslineError {
    return this.#owner.damaged(reason);
  }

  #take(bytes: number): number {
    if (bytes < 0 || bytes > this.left) throw this.damaged('a structure ends early');
    this.#at += bytes;
    return this.#at - bytes;
  }

  #safe(value: bigint): number {
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw this.damaged('a number beyond 2^53');
    return Number(value);
  }
}
