/** Writes a SEG-Y cube as an HDF5 cube file, slab by slab, in bounded memory. */
import { access } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { CrosslineError } from '../../../../shared/errors.ts';
import { NO_DECIMATION } from '../../../../shared/slices.ts';
import { inlineIndex } from '../../../../shared/units.ts';
import type { ArrayWork } from '../../../native/array-work.ts';
import { systemError } from '../../../native/file-faults.ts';
import type { SegySource } from '../../segy/segy-source.ts';
import { cubeElements, FLOAT_BYTES, layoutShape, type CubeLayout, type CubeShape } from '../cube/cube-layouts.ts';
import { arrayAttribute, numberAttribute, textAttribute } from '../write/attributes.ts';
import { encodeFile, SUPERBLOCK_BYTES } from '../write/encode-file.ts';
import type { Hdf5Group, Hdf5Node } from '../write/hdf5-tree.ts';
import { CubeStatisticsCounter, type CubeStatistics } from './cube-statistics.ts';
import { readJournal, removeJournal, writeJournal } from './journal.ts';
import { createContiguousSinks, type LayoutSink, type Slab } from './layout-sink.ts';
import { PartialFile } from './partial-file.ts';
import { segyMetaAttributes, sourceFingerprint, writeSegyMeta } from './segy-meta.ts';

export interface ConvertOptions {
  readonly layouts: readonly CubeLayout[];
  /** Replace a file of that name. */
  readonly force: boolean;
  readonly version: string;
  readonly work: ArrayWork;
  /** Of one slab; 32 MB where left out. */
  readonly slabBytes?: number;
  readonly signal: AbortSignal | null;
  /** Bytes of samples written, of all. */
  readonly onProgress: (done: number, total: number) => void;
}

export interface ConvertedCube {
  readonly path: string;
  readonly bytes: number;
  /** Slabs that an earlier, interrupted conversion had finished. */
  readonly resumedSlabs: number;
  readonly slabs: number;
}

/** Of one slab: two of them and one turned for each other layout are in memory at once. */
const SLAB_BYTES = 32 * 2 ** 20;

/**
 * @param source a cube whose every header was read
 * @throws CrosslineError usage (no cube), file-exists, disk-full, no-permission, cancelled, file-changed, io-failed.
 * Nothing lies under the final name then; what is finished is kept under `PATH.partial` for a rerun
 */
export async function convertCube(source: SegySource, path: string, options: ConvertOptions): Promise<ConvertedCube> {
  const { info, stored } = source;
  const shape = shapeOf(source);
  if (!options.force && (await exists(path))) throw new CrosslineError({ code: 'file-exists', path });
  const key = JSON.stringify([sourceFingerprint(stored), options.layouts, shape]);
  const journalPath = `${path}.partial.json`;
  const kept = await readJournal(journalPath, key);
  const file = await PartialFile.open(`${path}.partial`, SUPERBLOCK_BYTES, kept !== null);
  try {
    const sinks = createContiguousSinks(file, shape, options.layouts, options.work);
    const converter = new SlabConverter(source, shape, sinks, options);
    const slabs = await converter.run(kept?.slabs ?? [], (finished) =>
      writeJournal(journalPath, { version: 1, key, slabs: [...finished] }).catch((error: unknown) => {
        throw systemError(error, journalPath);
      }),
    );
    const meta = await writeSegyMeta(file, info, stored, options.signal);
    const tree: Hdf5Group = {
      kind: 'group',
      attributes: {},
      children: {
        Cube: cubeGroup(sinks, shape, converter.statistics),
        Meta: {
          kind: 'group',
          attributes: {
            ...segyMetaAttributes(info, stored, options.version),
            slab_inlines: numberAttribute(converter.slabInlines),
            slab_crc32: arrayAttribute(Uint32Array.from(slabs)),
          },
          children: meta,
        },
      },
    };
    const { superblock, metadata } = encodeFile(tree, file.take(0));
    await file.write(metadata, file.end);
    const bytes = file.end + metadata.length;
    // Samples first: with the superblock the file becomes one.
    await file.sync();
    await file.write(superblock, 0);
    await file.sync();
    await file.rename(path);
    await removeJournal(journalPath);
    return { path, bytes, resumedSlabs: converter.resumedSlabs, slabs: slabs.length };
  } finally {
    await file.close();
  }
}

function shapeOf({ info }: SegySource): CubeShape {
  if (info.kind !== 'cube' || info.inline === null || info.crossline === null) {
    throw new CrosslineError({ code: 'usage', detail: `${info.name} is no cube, so no cube file can be made of it` });
  }
  return { inlines: info.inline.count, crosslines: info.crossline.count, samples: info.samples.count };
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

class SlabConverter {
  readonly slabInlines: number;
  resumedSlabs = 0;
  readonly #source: SegySource;
  readonly #shape: CubeShape;
  readonly #sinks: readonly LayoutSink[];
  readonly #options: ConvertOptions;
  readonly #counter: CubeStatisticsCounter;
  readonly #signal: AbortSignal;

  constructor(source: SegySource, shape: CubeShape, sinks: readonly LayoutSink[], options: ConvertOptions) {
    this.#source = source;
    this.#shape = shape;
    this.#sinks = sinks;
    this.#options = options;
    this.#counter = new CubeStatisticsCounter(options.work);
    this.#signal = options.signal ?? new AbortController().signal;
    const inlineBytes = shape.crosslines * shape.samples * FLOAT_BYTES;
    this.slabInlines = Math.min(
      shape.inlines,
      Math.max(1, Math.floor((options.slabBytes ?? SLAB_BYTES) / inlineBytes)),
    );
  }

  get statistics(): CubeStatistics {
    return this.#counter.finish();
  }

  /** @returns the CRC-32 of every slab */
  async run(
    earlier: readonly number[],
    onFinished: (slabs: readonly number[]) => Promise<void>,
  ): Promise<readonly number[]> {
    const { inlines, crosslines, samples } = this.#shape;
    const total = cubeElements(this.#shape) * FLOAT_BYTES * this.#sinks.length;
    const buffers = [0, 1].map(() => new Float32Array(this.slabInlines * crosslines * samples));
    const crcs: number[] = [];
    let writing: Promise<void> = Promise.resolve();
    for (let firstInline = 0, turn = 0; firstInline < inlines; firstInline += this.slabInlines, turn ^= 1) {
      const count = Math.min(this.slabInlines, inlines - firstInline);
      const slab = await this.#read(firstInline, count, buffers[turn]!).catch(async (error: unknown) => {
        await writing.catch(() => undefined);
        throw error;
      });
      // While a slab is written the next one is read.
      await writing;
      writing = this.#write(slab, crcs, earlier, onFinished).then(() =>
        this.#options.onProgress((total * (firstInline + count)) / inlines, total),
      );
      writing.catch(() => undefined);
    }
    await writing;
    return crcs;
  }

  async #read(firstInline: number, count: number, buffer: Float32Array): Promise<Slab> {
    const { crosslines, samples } = this.#shape;
    const plane = crosslines * samples;
    for (let i = 0; i < count; i += 1) {
      const into = buffer.subarray(i * plane, (i + 1) * plane);
      const index = inlineIndex(firstInline + i);
      await this.#source.readSlice({ orientation: 'inline', index }, NO_DECIMATION, into, this.#signal);
    }
    return { firstInline, inlines: count, samples: buffer.subarray(0, count * plane) };
  }

  async #hasAll(slab: Slab): Promise<boolean> {
    for (const sink of this.#sinks) if (!(await sink.has(slab))) return false;
    return true;
  }

  async #write(
    slab: Slab,
    crcs: number[],
    earlier: readonly number[],
    onFinished: (slabs: readonly number[]) => Promise<void>,
  ): Promise<void> {
    if (this.#signal.aborted) throw new CrosslineError({ code: 'cancelled' });
    const { samples } = slab;
    await this.#counter.add(samples);
    const crc = crc32(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength));
    const mayBeThere = earlier[crcs.length] === crc && crcs.length === this.resumedSlabs;
    crcs.push(crc);
    // After a loss of power a journal may say more than the disk has.
    if (mayBeThere && (await this.#hasAll(slab))) {
      this.resumedSlabs += 1;
      return;
    }
    for (const sink of this.#sinks) await sink.write(slab);
    await onFinished(crcs);
  }
}

function cubeGroup(sinks: readonly LayoutSink[], shape: CubeShape, statistics: CubeStatistics): Hdf5Group {
  const datasets = sinks.map((sink): [string, Hdf5Node] => [
    sink.layout,
    {
      kind: 'dataset',
      type: 'float32',
      shape: layoutShape(sink.layout, shape),
      layout: sink.stored(),
      attributes: { axes: textAttribute(AXES[sink.layout]) },
    },
  ]);
  return {
    kind: 'group',
    attributes: {
      min_value: numberAttribute(statistics.min),
      max_value: numberAttribute(statistics.max),
      rms: numberAttribute(statistics.rms),
      sample_count: numberAttribute(statistics.count),
      abs_percentiles: arrayAttribute(statistics.absPercentiles),
      histogram: arrayAttribute(statistics.histogram),
      histogram_range: arrayAttribute(Float64Array.of(statistics.min, statistics.max)),
    },
    children: Object.fromEntries(datasets),
  };
}

const AXES: Readonly<Record<CubeLayout, string>> = {
  ilines: 'inline, crossline, sample',
  hlines: 'sample, inline, crossline',
  xlines: 'crossline, inline, sample',
};
