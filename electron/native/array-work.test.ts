/** Both implementations against plain definitions. */
import { describe, expect, it } from 'vitest';
import { plainDtw, type DtwKernel } from '../../shared/ties/warp/exact-dtw.ts';
import { slopeLimitedDtw } from '../../shared/ties/warp/slope-limited-dtw.ts';
import { loadAddon } from './addon-binding.ts';
import { AMPLITUDE_CLASSES, createAddonArrayWork, plainArrayWork, type ArrayWork } from './array-work.ts';
import { packedChunkBytes } from './chunks/pack-chunks.ts';
import { undoFilters } from './chunks/undo-filters.ts';
import { seededWords } from './testing/seeded-words.ts';

const slopeOrPlain: DtwKernel = (a, b, options) =>
  (options.slopeLimit === 0 ? plainDtw : slopeLimitedDtw)(a, b, options);

/** Some values are equal, so that ways are. */
const seededTrace = (count: number, seed: number): Float64Array =>
  Float64Array.from(new Uint32Array(seededWords(4 * count, seed).buffer, 0, count), (word) => (word % 1000) / 7 - 70);

const { binding } = loadAddon();
const WORKS: readonly (readonly [string, ArrayWork | null])[] = [
  ['addon', binding === null ? null : createAddonArrayWork(binding)],
  ['plain', plainArrayWork],
];

for (const [name, work] of WORKS) {
  describe.skipIf(work === null)(`${name}${work === null ? ' (skipped: the addon is not built)' : ''}`, () => {
    it.each([
      [1, 1],
      [1, 100],
      [100, 1],
      [63, 65],
      [64, 64],
      [129, 31],
      [400, 700],
    ])('turns %s x %s round', async (rows, columns) => {
      const from = Float32Array.from({ length: rows * columns }, (_, i) => i);
      const into = new Float32Array(rows * columns);
      await work!.transpose(from, rows, columns, into);
      const expected = into.map((_, i) => from[(i % rows) * columns + Math.floor(i / rows)]!);
      expect(into).toEqual(expected);
    });

    it.each([
      [
        [1, 1, 1],
        [1, 1, 1],
      ],
      [
        [5, 6, 7],
        [2, 4, 7],
      ],
      [
        [5, 6, 7],
        [5, 1, 3],
      ],
      [
        [3, 40, 50],
        [2, 9, 64],
      ],
    ] as const)('cuts %s into chunks of %s, which decode to the samples', async (shape, chunkShape) => {
      const from = Float32Array.from({ length: shape[0] * shape[1] * shape[2] }, (_, i) => Math.floor(i / 3));
      const counts = shape.map((size, axis) => Math.ceil(size / chunkShape[axis]!));
      const chunks = counts[0]! * counts[1]! * counts[2]!;
      const bytes = packedChunkBytes({ chunkShape });
      for (const compression of ['none', 'lzf'] as const) {
        const into = new Uint8Array(chunks * bytes);
        const sizes = new Uint32Array(chunks);
        const half = chunks >> 1;
        const packing = { shape, chunkShape, compression };
        await work!.packChunks(from, { ...packing, firstChunk: 0, chunks: half }, into, sizes);
        const [rest, restSizes] = [into.subarray(half * bytes), sizes.subarray(half)];
        await work!.packChunks(from, { ...packing, firstChunk: half, chunks: chunks - half }, rest, restSizes);
        for (let chunk = 0; chunk < chunks; chunk += 1) {
          const stored = into.subarray(chunk * bytes, chunk * bytes + sizes[chunk]!);
          const filters = [
            { kind: 'shuffle', elementBytes: 4 },
            { kind: 'lzf', elementBytes: 1 },
          ] as const;
          const decoded = undoFilters(filters, sizes[chunk] === bytes ? 2 : 0, stored, bytes);
          const place = [
            Math.floor(chunk / counts[1]! / counts[2]!),
            Math.floor(chunk / counts[2]!) % counts[1]!,
            chunk % counts[2]!,
          ];
          const expected = Float32Array.from({ length: bytes / 4 }, (_, k) => {
            const inChunk = [
              Math.floor(k / chunkShape[1] / chunkShape[2]),
              Math.floor(k / chunkShape[2]) % chunkShape[1],
              k % chunkShape[2],
            ];
            const at = place.map((each, axis) => each * chunkShape[axis]! + inChunk[axis]!);
            const isInside = at.every((each, axis) => each < shape[axis]!);
            return isInside ? from[(at[0]! * shape[1] + at[1]!) * shape[2] + at[2]!]! : 0;
          });
          expect(new Float32Array(Uint8Array.from(decoded).buffer)).toEqual(expected);
        }
      }
      const tooMany = { shape, chunkShape, compression: 'lzf', firstChunk: 1, chunks } as const;
      await expect(
        work!.packChunks(from, tooMany, new Uint8Array(chunks * bytes), new Uint32Array(chunks)),
      ).rejects.toThrow(RangeError);
    });

    it('counts samples by the upper half of their bits, and sums and bounds the finite ones', async () => {
      const words = seededWords(20_000, 7);
      const samples = new Float32Array(words.buffer, 0, words.length);
      const classes = new Uint32Array(AMPLITUDE_CLASSES);
      classes[3] = 5;
      const { sumOfSquares, least, most } = await work!.countAmplitudes(samples, classes);
      const expected = new Uint32Array(AMPLITUDE_CLASSES);
      expected[3] = 5;
      for (const word of words) expected[word >>> 16]! += 1;
      expect(classes).toEqual(expected);
      const finite = [...samples].filter((value) => Number.isFinite(value));
      const sum = finite.reduce((total, value) => total + value * value, 0);
      expect(Math.abs(sumOfSquares - sum)).toBeLessThanOrEqual(1e-9 * sum);
      const known = [...samples].filter((value) => !Number.isNaN(value));
      expect([least, most]).toEqual([Math.min(...known), Math.max(...known)]);
    });

    it('has no bounds of nothing', async () => {
      const { sumOfSquares, least, most } = await work!.countAmplitudes(
        new Float32Array([NaN]),
        new Uint32Array(AMPLITUDE_CLASSES),
      );
      expect([sumOfSquares, least, most]).toEqual([0, Infinity, -Infinity]);
    });

    it.each([
      { cost: 'squared', bandSamples: Infinity, steps: 'symmetric1', slopeLimit: 0 },
      { cost: 'absolute', bandSamples: 40, steps: 'symmetric1', slopeLimit: 0 },
      { cost: 'squared', bandSamples: 7, steps: 'symmetric2', slopeLimit: 0 },
      { cost: 'absolute', bandSamples: 1, steps: 'symmetric2', slopeLimit: 0 },
      { cost: 'squared', bandSamples: 0, steps: 'symmetric1', slopeLimit: 0 },
      { cost: 'squared', bandSamples: 30, steps: 'symmetric1', slopeLimit: 4 },
    ] as const)('warps as the plain twin does, to the last bit: %j', async (options) => {
      for (const [rows, columns, seed] of [[1, 1, 1], [1, 9, 2], [64, 61, 3], [157, 157, 4], [200, 180, 5], [30, 200, 6], [0, 4, 7]] as const) {
        const [a, b] = [seededTrace(rows, seed), seededTrace(columns, seed + 50)];
        if (seed > 3) a[11] = b[5] = a[20] = NaN;
        const [found, expected] = [await work!.warp(a, b, options), slopeOrPlain(a, b, options)];
        expect(found.cost).toBe(expected.cost);
        // What no path comes to may be anything.
        if (expected.cost < Infinity) expect(found.steps).toEqual(expected.steps);
      }
    }); // prettier-ignore

    it('refuses arrays that are too short', async () => {
      const short = new Float32Array(5);
      await expect(work!.transpose(short, 2, 3, short)).rejects.toThrow(RangeError);
    });
  });
}
