/** Some neighbouring inlines of a cube, whole. */
import { crc32 } from 'node:zlib';

export interface SlabRange {
  readonly firstInline: number;
  readonly inlines: number;
}

export class Slab implements SlabRange {
  readonly firstInline: number;
  readonly inlines: number;
  /** [inlines, crosslines, samples] in C order. */
  readonly samples: Float32Array;
  #crc32: number | null = null;

  constructor({ firstInline, inlines }: SlabRange, samples: Float32Array) {
    this.firstInline = firstInline;
    this.inlines = inlines;
    this.samples = samples;
  }

  /** Of its samples; computed once. */
  get crc32(): number {
    this.#crc32 ??= crc32(bytesOf(this.samples));
    return this.#crc32;
  }
}

export const bytesOf = (values: Float32Array): Uint8Array =>
  new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
