/** How many inlines are read and written at once. */
import type { Compression } from '../cube/compression.ts';
import { FLOAT_BYTES, type CubeShape } from '../cube/cube-layouts.ts';

/** Of one slab: two of them and one turned for each other layout are in memory at once. */
const SLAB_BYTES = 32 * 2 ** 20;
/** Chunks of time slices are as many inlines wide as a slab: those of large surveys would be slivers. */
const COMPRESSED_SLAB_BYTES = 64 * 2 ** 20;
/** Of a slab in chunks, where so many fit: its chunks end where it does. */
const MOST_CHUNKED_INLINES = 32;

/** @param slabBytes in place of the usual ones */
export function slabInlines(shape: CubeShape, compression: Compression, slabBytes: number | undefined): number {
  const usual = compression.kind === 'none' ? SLAB_BYTES : COMPRESSED_SLAB_BYTES;
  const inlineBytes = shape.crosslines * shape.samples * FLOAT_BYTES;
  const fitting = Math.min(shape.inlines, Math.max(1, Math.floor((slabBytes ?? usual) / inlineBytes)));
  if (compression.kind === 'none') return fitting;
  // A power of two, which the chunks of every layout divide.
  return Math.min(MOST_CHUNKED_INLINES, 2 ** Math.floor(Math.log2(fitting)));
}
