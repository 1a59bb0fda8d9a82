/** Reading and writing the cube file: ours against segyio on the SEG-Y, h5py on chunks, and a plain copy of memory. */
import { mkdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_GZIP_LEVEL, NO_COMPRESSION, type Compression } from '../../formats/hdf5/cube/compression.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import type { BenchCase } from '../harness/bench-case.ts';
import type { BenchGroup } from '../harness/bench-group.ts';
import { bytesText } from '../harness/bytes-text.ts';
import type { PeerProcess } from '../harness/peer-process.ts';
import { openBenchEngine, type BenchEngine } from '../read/bench-engine.ts';
import { cubePlanes, type CubePlanes } from '../read/cube-planes.ts';
import { createJobLauncher } from '../read/job-launcher.ts';
import { readThrough } from '../read/read-through.ts';
import { SliceCaller } from '../read/slice-caller.ts';
import { convertCases, convertWith, copyFileCases } from './convert-cases.ts';
import { copyCase, overheadCase } from './memory-cases.ts';

/** Named by this process, which the peer knows as its parent: there it finds our cube, and leaves its own files. */
const benchFolder = (): string => join(tmpdir(), `crossline-bench-cube-${process.pid}`);

export const cubeGroup: BenchGroup = {
  name: 'cube',
  description: 'converting a SEG-Y cube to a cube file, and slicing that in memory',
  needsFile: true,
  peer: { modules: ['segyio', 'h5py', 'numpy'], script: 'cube.py' },
  async prepare({ file, peer, signal }) {
    const folder = benchFolder();
    await mkdir(folder, { recursive: true });
    const engine = await openBenchEngine(createJobLauncher());
    const close = async (): Promise<void> => {
      await engine.close();
      await rm(folder, { recursive: true, force: true });
    };
    try {
      const cube = join(folder, 'ours.h5');
      const survey = await openConverted(engine, file, cube, NO_COMPRESSION, signal);
      await readThrough(file, signal);
      await engine.populated();
      const planes = cubePlanes(survey);
      const caller = new SliceCaller(engine, survey.id);
      const { size } = await stat(cube);
      const compressed: BenchCase[] = [];
      for (const compression of COMPRESSIONS) {
        const path = join(folder, `${compression.kind}.h5`);
        const { id } = await openConverted(engine, file, path, compression, signal);
        compressed.push(...compressedCases(compression.kind, planes, new SliceCaller(engine, id), peer));
      }
      return {
        cases: [
          overheadCase(caller),
          ...(['inline', 'crossline', 'sample'] as const).flatMap((orientation) =>
            planeCases(NAMES[orientation], planes[orientation], caller, peer),
          ),
          ...copyCases(planes),
          ...compressed,
          ...convertCases(file, folder, signal, peer),
          ...copyFileCases(cube, folder),
        ],
        notes: () => [
          `Cube file of ilines and hlines, uncompressed, ${bytesText(size)}, in memory. Both sides keep their last 8 results.`,
          'Beside each slice: segyio (mmap) on the SEG-Y file, h5py on chunks of 64 x 64 x 64, h5py on our own file. ' +
            'One trace: the fixed cost of a call. Copy: as many bytes from one warm buffer to another.',
          'lzf, gzip: the same cube compressed, h5py on the same file. Slices are drawn at random; neighbours of one just read are faster.',
          'Convert: the SEG-Y file to both layouts, its scan, the check of what was written and the wait for the disk included; ' +
            'the peer is the straightforward script with segyio and h5py, which does neither. Cp: the system copies the finished cube file.',
        ],
        close,
      };
    } catch (error) {
      await close();
      throw error;
    }
  },
};

const COMPRESSIONS: readonly Compression[] = [{ kind: 'lzf' }, { kind: 'gzip', level: DEFAULT_GZIP_LEVEL }];

async function openConverted(
  engine: BenchEngine,
  from: string,
  to: string,
  compression: Compression,
  signal: AbortSignal,
): Promise<SurveyInfo> {
  await convertWith(from, to, compression, signal);
  await readThrough(to, signal);
  return await engine.openScanned(to);
}

const NAMES = { inline: 'inline', crossline: 'crossline', sample: 'time slice' } as const;

function planeCases(
  name: string,
  family: CubePlanes['inline'],
  caller: SliceCaller,
  peer: PeerProcess | null,
): BenchCase[] {
  const planeCase = (caseName: string): BenchCase => ({
    name: caseName,
    callsPerRound: 25,
    drawArgument: (random) => random(family.count),
    ours: (indices) => caller.timeAll(indices.map((index) => family.planeAt(index))),
    peer: peer && ((indices) => peer.timeCalls(caseName, indices)),
  });
  return peer === null
    ? [planeCase(name)]
    : [planeCase(name), planeCase(`${name}, h5py 64^3`), planeCase(`${name}, h5py ours`)];
}

/** Beside each h5py on the same file. */
const compressedCases = (
  kind: Compression['kind'],
  planes: CubePlanes,
  caller: SliceCaller,
  peer: PeerProcess | null,
): BenchCase[] =>
  (['inline', 'crossline', 'sample'] as const).map((orientation) => {
    const name = `${NAMES[orientation]} ${kind}`;
    const family = planes[orientation];
    return {
      name,
      callsPerRound: 5,
      drawArgument: (random) => random(family.count),
      ours: (indices) => caller.timeAll(indices.map((index) => family.planeAt(index))),
      peer: peer && ((indices) => peer.timeCalls(name, indices)),
    };
  });

const copyCases = (planes: CubePlanes): BenchCase[] =>
  [
    copyCase('copy of an inline', planes.crossline.count * planes.sample.count),
    copyCase('copy of a time slice', planes.inline.count * planes.crossline.count),
  ] satisfies BenchCase[];
