/** What HDF5's own tool makes of every kind of file that we write. */
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { convertSegy } from '../../../jobs/convert.ts';
import { cutToCube } from '../../../jobs/cut-out.ts';
import { createReader } from '../../../native/open-reader.ts';
import { buildSegy, gridAmplitude, gridTraces, withTemporaryFolder } from '../../segy/test-segy-builder.ts';
import type { Compression } from '../cube/compression.ts';
import { CUBE_LAYOUTS } from '../cube/cube-layouts.ts';

const isThere = (() => {
  try {
    execFileSync('h5dump', ['--version']);
    return true;
  } catch {
    return false;
  }
})();

const context = { reader: createReader(), signal: new AbortController().signal, onProgress: () => undefined };
const NO_RANGES = { inlines: null, crosslines: null, time: null };

const [INLINES, CROSSLINES, SAMPLES] = [[10, 12, 14, 16], [3, 4, 5], 6] as const;

/** Without some of the traces there are NaN in it. */
function survey({ isDescending = false, hasGaps = false } = {}): Buffer | Uint8Array {
  const inlines = isDescending ? [...INLINES].reverse() : [...INLINES];
  const traces = gridTraces({ inlines, crosslines: [...CROSSLINES], sampleCount: SAMPLES });
  return buildSegy({ traces: hasGaps ? traces.filter((_, index) => index % 5 !== 3) : traces });
}

interface Kind {
  readonly name: string;
  readonly compression: Compression;
  readonly isCut?: boolean;
  readonly isDescending?: boolean;
  readonly hasGaps?: boolean;
}

const KINDS: readonly Kind[] = [
  { name: 'uncompressed', compression: { kind: 'none' } },
  { name: 'lzf', compression: { kind: 'lzf' } },
  { name: 'gzip', compression: { kind: 'gzip', level: 4 } },
  { name: 'with gaps', compression: { kind: 'none' }, hasGaps: true },
  { name: 'with gaps, gzip', compression: { kind: 'gzip', level: 9 }, hasGaps: true },
  { name: 'of descending inlines', compression: { kind: 'none' }, isDescending: true },
  { name: 'cut out', compression: { kind: 'none' }, isCut: true },
  { name: 'cut out, gzip', compression: { kind: 'gzip', level: 1 }, isCut: true },
];

async function write(kind: Kind, folder: string): Promise<string> {
  const [from, to] = [join(folder, 'a.sgy'), join(folder, 'a.h5')];
  await writeFile(from, survey(kind));
  const parameters = {
    ...{ from, to, overrides: null, layouts: CUBE_LAYOUTS, compression: kind.compression, force: false },
    verify: 'checksums' as const,
  };
  const ranges = { ...NO_RANGES, inlines: { from: 12, to: 14 } };
  await (kind.isCut === true ? cutToCube({ ...parameters, ranges }, context) : convertSegy(parameters, context));
  return to;
}

/** What is at each place of the grid, whose numbers ascend: NaN where there is no trace. */
function expectedSamples(kind: Kind): number[] {
  const inlines = kind.isCut === true ? [12, 14] : INLINES;
  const isMissing = (index: number): boolean => kind.hasGaps === true && index % 5 === 3;
  return inlines.flatMap((inline, i) =>
    CROSSLINES.flatMap((crossline, j) =>
      Array.from({ length: SAMPLES }, (_, sample) =>
        isMissing(i * CROSSLINES.length + j) ? NaN : Math.fround(gridAmplitude(inline, crossline, sample)),
      ),
    ),
  );
}

describe.skipIf(!isThere)(`h5dump${isThere ? '' : ' (skipped: hdf5-tools are not installed)'}`, () => {
  it.each(KINDS)('describes a file $name', async (kind) => {
    await withTemporaryFolder(async (folder) => {
      const path = await write(kind, folder);
      // Groups, types, spaces and attributes are all read.
      const header = execFileSync('h5dump', ['-H', path], { encoding: 'utf8' });
      for (const layout of CUBE_LAYOUTS) expect(header).toContain(`DATASET "${layout}"`);
      expect(header).toContain('ATTRIBUTE "min_value"');
      expect(header).toContain('DATASET "trace_headers"');
    });
  });

  it.each(KINDS.filter(({ compression }) => compression.kind !== 'lzf'))(
    'reads every sample of a file $name',
    async (kind) => {
      await withTemporaryFolder(async (folder) => {
        const path = await write(kind, folder);
        const out = join(folder, 'ilines.bin');
        execFileSync('h5dump', ['-d', '/Cube/ilines', '-b', 'LE', '-o', out, path]);
        const bytes = await readFile(out);
        const samples = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
        expect([...samples]).toEqual(expectedSamples(kind));
      });
    },
  );
});
