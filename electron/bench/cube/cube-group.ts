/** Reading and writing the cube file: ours against segyio on the SEG-Y, h5py on chunks, and a plain copy of memory. */
import { mkdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_COMPRESSION } from '../../formats/hdf5/cube/compression.ts';
import { convertSegy } from '../../jobs/convert.ts';
import { createReader } from '../../native/open-reader.ts';
import type { BenchCase } from '../harness/bench-case.ts';
import type { BenchGroup } from '../harness/bench-group.ts';
import { bytesText } from '../harness/bytes-text.ts';
import type { PeerProcess } from '../harness/peer-process.ts';
import { openBenchEngine } from '../read/bench-engine.ts';
import { cubePlanes, type CubePlanes } from '../read/cube-planes.ts';
import { createJobLauncher } from '../read/job-launcher.ts';
import { readThrough } from '../read/read-through.ts';
import { SliceCaller } from '../read/slice-caller.ts';
import { copyCase, overheadCase } from './memory-cases.ts';

/** A conversion writes gigabytes. */
const MOST_CONVERSIONS = 3;

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
      await convert(file, cube, signal);
      await readThrough(file, signal);
      await readThrough(cube, signal);
      const survey = await engine.openScanned(cube);
      await engine.populated();
      const planes = cubePlanes(survey);
      const caller = new SliceCaller(engine, survey.id);
      const { size } = await stat(cube);
      return {
        cases: [
          overheadCase(caller),
          ...(['inline', 'crossline', 'sample'] as const).flatMap((orientation) =>
            planeCases(NAMES[orientation], planes[orientation], caller, peer),
          ),
          ...copyCases(planes),
          convertCase(file, join(folder, 'again.h5'), signal, peer),
        ],
        notes: () => [
          `Cube file of ilines and hlines, uncompressed, ${bytesText(size)}, in memory. Both sides keep their last 8 results.`,
          'Beside each slice: segyio (mmap) on the SEG-Y file, h5py on chunks of 64 x 64 x 64, h5py on our own file. ' +
            'One trace: the fixed cost of a call. Copy: as many bytes from one warm buffer to another.',
          'Convert: the SEG-Y file to both layouts, its scan included; the peer is the straightforward script with segyio and h5py.',
        ],
        close,
      };
    } catch (error) {
      await close();
      throw error;
    }
  },
};

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

const copyCases = (planes: CubePlanes): BenchCase[] =>
  [
    copyCase('copy of an inline', planes.crossline.count * planes.sample.count),
    copyCase('copy of a time slice', planes.inline.count * planes.crossline.count),
  ] satisfies BenchCase[];

function convertCase(from: string, to: string, signal: AbortSignal, peer: PeerProcess | null): BenchCase {
  return {
    name: 'convert',
    callsPerRound: 1,
    mostRounds: MOST_CONVERSIONS,
    drawArgument: () => 0,
    async ours(rounds) {
      const times: number[] = [];
      while (times.length < rounds.length) {
        await rm(to, { force: true });
        const started = performance.now();
        await convert(from, to, signal);
        times.push(performance.now() - started);
      }
      await rm(to, { force: true });
      return times;
    },
    peer: peer && ((rounds) => peer.timeCalls('convert', rounds)),
  };
}

async function convert(from: string, to: string, signal: AbortSignal): Promise<void> {
  const parameters = {
    from,
    to,
    overrides: null,
    layouts: ['ilines', 'hlines'],
    compression: NO_COMPRESSION,
    force: true,
    verify: 'checksums',
  } as const;
  await convertSegy(parameters, { reader: createReader(), signal, onProgress: () => undefined });
}
