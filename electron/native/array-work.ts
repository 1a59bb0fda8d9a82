/** Work on whole arrays beside reading: on the addon's threads, or plainly in TypeScript, which is its reference. */
import { bandCells } from '../../shared/ties/warp/band-cells.ts';
import { plainDtw, type DtwOptions, type DtwSteps } from '../../shared/ties/warp/exact-dtw.ts';
import { slopeLimitedDtw } from '../../shared/ties/warp/slope-limited-dtw.ts';
import { checkPacking, packChunks, type ChunkPacking } from './chunks/pack-chunks.ts';
import { loadAddon, type AddonBinding } from './addon-binding.ts';

/** Samples counted by the upper half of their float bits; the sign is the highest bit of a class. */
export const AMPLITUDE_CLASSES = 65_536;
/** Magnitudes from this class on are infinities and NaN. */
export const FIRST_ENDLESS_CLASS = 0x7f80;
export const SIGN_CLASS = 0x8000;

export interface AmplitudeCount {
  /** Of the finite samples. */
  readonly sumOfSquares: number;
  /** Of all but NaN; +Infinity and -Infinity where there is none. */
  readonly least: number;
  readonly most: number;
}

export interface ArrayWork {
  /** See `packChunks` of chunks/pack-chunks.ts. No array may be touched until it settles. */
  packChunks(from: Float32Array, packing: ChunkPacking, into: Uint8Array, sizes: Uint32Array): Promise<void>;
  /**
   * `into[column * rows + row] = from[row * columns + column]`
   * Neither array may be touched until it settles.
   */
  transpose(from: Float32Array, rows: number, columns: number, into: Float32Array): Promise<void>;
  /** Adds to `classes`, of `AMPLITUDE_CLASSES` elements. */
  countAmplitudes(samples: Float32Array, classes: Uint32Array): Promise<AmplitudeCount>;
  /** See `plainDtw` and `slopeLimitedDtw` of shared/ties. Neither trace may be touched until it settles. */
  warp(a: Float64Array, b: Float64Array, options: DtwOptions): Promise<DtwSteps>;
}

/** The addon's where it loads, else the plain one. */
export function createArrayWork(): ArrayWork {
  const { binding } = loadAddon();
  return binding === null ? plainArrayWork : createAddonArrayWork(binding);
}

export const createAddonArrayWork = (binding: AddonBinding): ArrayWork => ({
  transpose: async (from, rows, columns, into) => {
    checkRoom(from, rows * columns);
    checkRoom(into, rows * columns);
    await binding.transpose(from, rows, columns, into);
  },
  packChunks: async (from, packing, into, sizes) => {
    checkPacking(from, packing, into, sizes);
    const { shape, chunkShape, firstChunk, chunks, compression } = packing;
    await binding.packChunks(from, shape, chunkShape, firstChunk, chunks, compression === 'lzf', into, sizes);
  },
  countAmplitudes: async (samples, classes) => {
    checkRoom(classes, AMPLITUDE_CLASSES);
    const [sumOfSquares, least, most] = await binding.countAmplitudes(samples, classes);
    return { sumOfSquares, least, most };
  },
  warp: async (a, b, options) => {
    const { cost, bandSamples, steps: pattern, slopeLimit } = options;
    if (slopeLimit !== 0) return slopeLimitedDtw(a, b, options);
    // A band that lets no path through, or no cell at all.
    if (a.length === 0 || b.length === 0 || Math.abs(a.length - b.length) > bandSamples) return plainDtw(a, b, options);
    const cells = bandCells(a.length, b.length, bandSamples);
    const steps = new Uint8Array(cells.count);
    const weight = pattern === 'symmetric2' ? 2 : 1;
    const least = await binding.warp(a, b, cost === 'squared', weight, cells.starts, cells.firstRow, steps);
    return { steps, cells, cost: least };
  },
});

export const plainArrayWork: ArrayWork = {
  transpose: async (from, rows, columns, into) => {
    checkRoom(from, rows * columns);
    checkRoom(into, rows * columns);
    transpose(from, rows, columns, into);
    await Promise.resolve();
  },
  packChunks: async (from, packing, into, sizes) => {
    checkPacking(from, packing, into, sizes);
    packChunks(from, packing, into, sizes);
    await Promise.resolve();
  },
  countAmplitudes: async (samples, classes) => {
    checkRoom(classes, AMPLITUDE_CLASSES);
    return await Promise.resolve(countAmplitudes(samples, classes));
  },
  warp: async (a, b, options) =>
    await Promise.resolve((options.slopeLimit === 0 ? plainDtw : slopeLimitedDtw)(a, b, options)),
};

function checkRoom({ length }: Float32Array | Uint32Array, needed: number): void {
  if (length < needed) throw new RangeError(`an array of ${length} elements where ${needed} are needed`);
}

/** Rows and columns of the square that stays in the first cache: 32 lines of 128 bytes on either side. */
const BLOCK = 32;

function transpose(from: Float32Array, rows: number, columns: number, into: Float32Array): void {
  for (let firstRow = 0; firstRow < rows; firstRow += BLOCK) {
    const endRow = Math.min(rows, firstRow + BLOCK);
    for (let firstColumn = 0; firstColumn < columns; firstColumn += BLOCK) {
      const endColumn = Math.min(columns, firstColumn + BLOCK);
      for (let row = firstRow; row < endRow; row += 1) {
        let at = row * columns + firstColumn;
        let to = firstColumn * rows + row;
        for (let column = firstColumn; column < endColumn; column += 1, at += 1, to += rows) into[to] = from[at]!;
      }
    }
  }
}

function countAmplitudes(samples: Float32Array, classes: Uint32Array): AmplitudeCount {
  const bits = new Uint32Array(samples.buffer, samples.byteOffset, samples.length);
  let [sumOfSquares, least, most] = [0, Infinity, -Infinity];
  for (let i = 0; i < samples.length; i += 1) {
    const value = samples[i]!;
    const index = bits[i]! >>> 16;
    classes[index]! += 1;
    if ((index & ~SIGN_CLASS) < FIRST_ENDLESS_CLASS) sumOfSquares += value * value;
    // Comparisons with NaN are false.
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { sumOfSquares, least, most };
}
