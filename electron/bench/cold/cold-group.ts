/** Slices from the disk: nothing of the file is in memory before each. */
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_COMPRESSION } from '../../formats/hdf5/cube/compression.ts';
import { convertWith } from '../cube/convert-cases.ts';
import type { BenchCase } from '../harness/bench-case.ts';
import type { BenchGroup } from '../harness/bench-group.ts';
import type { PeerProcess } from '../harness/peer-process.ts';
import { openBenchEngine, type BenchEngine } from '../read/bench-engine.ts';
import { cubePlanes, type CubePlanes } from '../read/cube-planes.ts';
import { createJobLauncher } from '../read/job-launcher.ts';
import { SliceCaller } from '../read/slice-caller.ts';
import { dropFromMemory, shareInMemory } from './page-cache.ts';

const MOST_ROUNDS = 10;

export const coldGroup: BenchGroup = {
  name: 'cold',
  description: 'slices of a SEG-Y cube and of its cube file from the disk, with nothing in memory',
  needsFile: true,
  peer: { modules: ['segyio', 'numpy'], script: 'segyio_cold.py' },
  async prepare({ file, peer, signal }) {
    const folder = join(tmpdir(), `crossline-bench-cold-${process.pid}`);
    await mkdir(folder, { recursive: true });
    const engine = await openBenchEngine(createJobLauncher());
    const close = async (): Promise<void> => {
      await engine.close();
      await rm(folder, { recursive: true, force: true });
    };
    try {
      const cube = join(folder, 'ours.h5');
      await convertWith(file, cube, NO_COMPRESSION, signal);
      const survey = await engine.openScanned(file);
      await engine.calls.closeSurvey(survey.id);
      const planes = cubePlanes(survey);
      const reader = new ColdReader(engine);
      return {
        cases: (['inline', 'crossline', 'sample'] as const).flatMap((orientation) => [
          coldCase(NAMES[orientation], cube, planes[orientation], reader, peer),
          coldCase(`${NAMES[orientation]}, SEG-Y`, file, planes[orientation], reader, peer),
        ]),
        notes: () => [
          'Before each call the file is closed, dropped from memory and opened; the call alone is timed. Ours by the engine’s own call; ' +
            'segyio without mapping on the SEG-Y file beside both.',
          reader.residencyText(),
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

class ColdReader {
  readonly #engine: BenchEngine;
  readonly #before: (number | null)[] = [];
  readonly #dropped: (number | null)[] = [];
  /** Opening looks at headers, and the system reads ahead. */
  readonly #opened: (number | null)[] = [];

  constructor(engine: BenchEngine) {
    this.#engine = engine;
  }

  async time(path: string, plane: ReturnType<CubePlanes['inline']['planeAt']>): Promise<number> {
    const { calls } = this.#engine;
    this.#before.push(await shareInMemory(path));
    await dropFromMemory(path);
    this.#dropped.push(await shareInMemory(path));
    const survey = await this.#engine.openScanned(path);
    this.#opened.push(await shareInMemory(path));
    const caller = new SliceCaller(this.#engine, survey.id);
    const elapsed = await caller.time(plane);
    await caller.release();
    // What is mapped cannot be dropped, by the peer either.
    await calls.closeSurvey(survey.id);
    return elapsed;
  }

  residencyText(): string {
    return (
      `In memory before it was dropped ${meanText(this.#before)} of the file, after it ${meanText(this.#dropped)}, after ` +
      `opening, when the slice was asked for, ${meanText(this.#opened)}; means of ${this.#opened.length} calls.`
    );
  }
}

function meanText(shares: readonly (number | null)[]): string {
  const known = shares.filter((share) => share !== null);
  if (known.length === 0) return 'an unknown share';
  return `${((100 * known.reduce((sum, share) => sum + share, 0)) / known.length).toFixed(1)} %`;
}

const coldCase = (
  name: string,
  path: string,
  family: CubePlanes['inline'],
  reader: ColdReader,
  peer: PeerProcess | null,
): BenchCase => ({
  name,
  callsPerRound: 1,
  mostRounds: MOST_ROUNDS,
  drawArgument: (random) => random(family.count),
  ours: async ([index]) => [await reader.time(path, family.planeAt(index!))],
  peer: peer && ((indices) => peer.timeCalls(name.replace(', SEG-Y', ''), indices)),
});
