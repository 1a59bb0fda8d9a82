/** Writes a SEG-Y cube as an HDF5 cube file, slab by slab, in bounded memory. */
import { access } from 'node:fs/promises';
import { CrosslineError } from '../../../../shared/errors.ts';
import type { ArrayWork } from '../../../native/array-work.ts';
import type { NativeReader } from '../../../native/native-reader.ts';
import { systemError } from '../../../native/file-faults.ts';
import { identify } from '../../segy/accepted/fingerprint.ts';
import type { SegySource } from '../../segy/segy-source.ts';
import type { Compression } from '../cube/compression.ts';
import { layoutShape, type CubeLayout, type CubeShape } from '../cube/cube-layouts.ts';
import { arrayAttribute, numberAttribute, textAttribute } from '../write/attributes.ts';
import { encodeFile, SUPERBLOCK_BYTES } from '../write/encode-file.ts';
import type { Hdf5Attribute, Hdf5Group, Hdf5Node } from '../write/hdf5-tree.ts';
import type { CubeStatistics } from './cube-statistics.ts';
import { readJournal, removeJournal, writeJournal, type FinishedSlab } from './journal.ts';
import { createSinks } from './create-sinks.ts';
import type { LayoutSink } from './layout-sink.ts';
import { findOriginalWords } from './original-words.ts';
import { PartialFile } from './partial-file.ts';
import { SlabConverter } from './slab-converter.ts';
import { slabInlines } from './slab-inlines.ts';
import { segyMetaAttributes, sourceFingerprint, writeSegyMeta } from './segy-meta.ts';

export type Verification = 'checksums' | 'full';

export interface ConvertOptions {
  readonly layouts: readonly CubeLayout[];
  readonly compression: Compression;
  /** Replace a file of that name. */
  readonly force: boolean;
  readonly version: string;
  readonly work: ArrayWork;
  /** Opens what was written, to verify it. */
  readonly reader: NativeReader;
  /** After writing: by the slabs' checksums, or every sample against the source once more. */
  readonly verify: Verification;
  /** Of one slab; in place of what `slabInlines` chooses. */
  readonly slabBytes?: number;
  readonly signal: AbortSignal | null;
  /** Bytes of samples written, of all. */
  readonly onProgress: (done: number, total: number) => void;
  /** What is being done, in words for the user. */
  readonly onNote?: ((note: string) => void) | undefined;
}

export interface ConvertedCube {
  readonly path: string;
  readonly bytes: number;
  /** Slabs that an earlier, interrupted conversion had finished. */
  readonly resumedSlabs: number;
  readonly slabs: number;
}

/**
 * @param source a cube whose every header was read
 * @throws CrosslineError usage (no cube), file-exists, disk-full, no-permission, cancelled, file-changed, io-failed.
 * Nothing lies under the final name then; what is finished is kept under `PATH.partial` for a rerun
 */
export async function convertCube(source: SegySource, path: string, options: ConvertOptions): Promise<ConvertedCube> {
  const { info, stored } = source;
  const shape = shapeOf(source);
  if (!options.force && (await exists(path))) throw new CrosslineError({ code: 'file-exists', path });
  const key = JSON.stringify([sourceFingerprint(stored), options.layouts, options.compression, shape]);
  const journalPath = `${path}.partial.json`;
  const kept = await readJournal(journalPath, key);
  const file = await PartialFile.open(`${path}.partial`, SUPERBLOCK_BYTES, kept !== null);
  try {
    const perSlab = slabInlines(shape, options.compression, options.slabBytes);
    const sinks = createSinks(file, shape, { ...options, slabInlines: perSlab });
    const converter = new SlabConverter(source, path, shape, sinks, perSlab, options);
    const keptCount = kept?.slabs.length ?? 0;
    if (keptCount > 0) options.onNote?.(`${keptCount} of ${converter.slabCount} parts are there from before`);
    // Beside the samples, on a thread that would wait for them.
    const searching = findOriginalWords(stored.file, stored.description.layout, options.signal);
    searching.catch(() => undefined);
    const slabs = await converter.run(kept?.slabs ?? [], (finished) =>
      writeJournal(journalPath, { version: 3, key, slabs: [...finished] }).catch((error: unknown) => {
        throw systemError(error, journalPath);
      }),
    );
    // While the rest is made and the samples are read back they go to the disk.
    const syncing = file.sync();
    syncing.catch(() => undefined);
    const { fingerprint } = await identify(stored.file);
    const meta = await writeSegyMeta(file, info, stored, await searching, options.signal);
    const tree: Hdf5Group = {
      kind: 'group',
      attributes: {},
      children: {
        Cube: cubeGroup(sinks, shape, converter.statistics),
        Meta: {
          kind: 'group',
          attributes: {
            ...segyMetaAttributes(info, stored, fingerprint, options.version),
            slab_inlines: numberAttribute(converter.slabInlines),
            ...checksumAttributes(sinks, slabs),
          },
          children: meta,
        },
      },
    };
    const { superblock, metadata } = encodeFile(tree, file.take(0));
    await file.write(metadata, file.end);
    const bytes = file.end + metadata.length;
    await file.truncate(bytes);
    options.onNote?.('Checking what was written');
    await verify(converter, slabs, file.path, options);
    // Samples first: with the superblock the file becomes one.
    await syncing;
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

async function verify(
  converter: SlabConverter,
  slabs: readonly FinishedSlab[],
  path: string,
  { reader, verify: verification }: ConvertOptions,
): Promise<void> {
  const written = await reader.openFile(path);
  try {
    await converter.verify(slabs, verification, written);
  } finally {
    await written.close();
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

const checksumAttributes = (
  sinks: readonly LayoutSink[],
  slabs: readonly FinishedSlab[],
): Record<string, Hdf5Attribute> =>
  Object.fromEntries(
    sinks.map(({ layout }, i) => [
      `slab_crc32_${layout}`,
      arrayAttribute(Uint32Array.from(slabs, ({ layouts }) => layouts[i]!.crc32)),
    ]),
  );

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
