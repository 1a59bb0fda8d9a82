/** Finding where lines cross, by each algorithm, against Shapely. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCrossings, type CrossingOptions } from '../../../shared/geometry/crossings/find-crossings.ts';
import type { ProfileLines } from '../../../shared/geometry/crossings/profile-lines.ts';
import type { BenchCase, CaseResult } from '../harness/bench-case.ts';
import type { BenchGroup } from '../harness/bench-group.ts';
import { logPlot, type PlotSeries } from '../harness/log-plot.ts';
import type { PeerProcess } from '../harness/peer-process.ts';
import { minimum } from '../harness/statistics.ts';
import { timeEach } from '../scan/time-each.ts';
import { packedWalks, randomWalks, sizeName, subdivided, type WalkSize } from './random-walks.ts';

type Algorithm = NonNullable<CrossingOptions['algorithm']>;

const SIZES: readonly WalkSize[] = [
  { lines: 50, traces: 1000 },
  { lines: 200, traces: 2000 },
  { lines: 400, traces: 2500 },
];
/** All pairs of segments: at the second size already a minute. */
const BRUTE_FORCE_TRACES = 50_000;
const ALGORITHMS: readonly Algorithm[] = ['auto', 'binary-search', 'bentley-ottmann', 'brute-force'];
/** Those that have a goal: the peer takes seconds a call. */
const COMPARED: ReadonlySet<Algorithm> = new Set(['auto', 'bentley-ottmann']);
const SEED = 1;
/** Lines of 250 traces 125 m apart, and the same with ten times the segments. */
const COARSE: WalkSize = { lines: 400, traces: 250 };
const COARSE_SPACING = 125;
const TIMES = 10;
/** The largest takes seconds beside the peer, and has five. */
const MOST_ROUNDS = 100;
/** Of each algorithm at the smallest size, until the compiler has done with it: a program that searches has searched before. */
const WARM_UP_CALLS = 100;

export const crossingsGroup: BenchGroup = {
  name: 'profile-intersections',
  description: 'finding where random-walk lines over 50 km cross',
  needsFile: false,
  // shapely.lib came with Shapely 2.
  peer: { modules: ['shapely', 'numpy'], imports: ['shapely.lib', 'numpy'], script: 'crossings.py' },
  plot: plotOf,
  async prepare({ peer }) {
    const folder = join(tmpdir(), `crossline-bench-crossings-${process.pid}`);
    const lines = new Map(SIZES.map((size) => [sizeName(size), packedWalks(size, SEED)]));
    await mkdir(folder, { recursive: true });
    for (const [name, { x, y, starts }] of lines) {
      for (const [part, { buffer }] of Object.entries({ x, y, starts })) {
        await writeFile(join(folder, `${name}.${part}`), new Uint8Array(buffer));
      }
    }
    const counts = Array.from(lines, ([name, each]) => `${name} ${findCrossings(each).crossings.x.length}`);
    warmUp(lines.get(sizeName(SIZES[0]!))!);
    const coarse = randomWalks(COARSE, SEED, COARSE_SPACING);
    const [few, many] = [subdivided(coarse, 1), subdivided(coarse, TIMES)];
    const sameLines = [few, many].map((each) => findCrossings(each).crossings.x.length);
    return {
      cases: [
        ...Array.from(lines, ([name, each]) => sizeCases(name, each, peer)).flat(),
        crossingsCase('auto', '400x250, same lines', few, null),
        crossingsCase('auto', '400x2500, same lines', many, null),
        crossingsCase('bentley-ottmann', '400x250, same lines', few, null),
        crossingsCase('bentley-ottmann', '400x2500, same lines', many, null),
      ],
      notes: () => [
        `Crossings: ${counts.join(', ')}; same lines ${sameLines.join(' and ')}.`,
        'Ours from the positions to the sorted crossings. The peer makes its lines or segments beforehand, and the faster of ' +
          'its two ways counts: an STRtree of whole lines, or of all segments, then their intersections.',
        'Same lines: the second has ten times the segments, each a tenth of one of the first.',
      ],
      close: () => rm(folder, { recursive: true, force: true }),
    };
  },
};

function warmUp(lines: ProfileLines): void {
  for (const algorithm of COMPARED) for (let i = 0; i < WARM_UP_CALLS; i += 1) findCrossings(lines, { algorithm });
}

const sizeCases = (name: string, lines: ProfileLines, peer: PeerProcess | null): BenchCase[] =>
  ALGORITHMS.filter((algorithm) => algorithm !== 'brute-force' || lines.x.length <= BRUTE_FORCE_TRACES).map(
    (algorithm) => crossingsCase(algorithm, name, lines, COMPARED.has(algorithm) ? peer : null),
  );

function crossingsCase(algorithm: Algorithm, name: string, lines: ProfileLines, peer: PeerProcess | null): BenchCase {
  return {
    name: `${algorithm} ${name}`,
    callsPerRound: 1,
    mostRounds: MOST_ROUNDS,
    drawArgument: () => 0,
    ours: timeEach(() => Promise.resolve(findCrossings(lines, { algorithm }))),
    peer: peer && ((rounds) => peer.timeCalls(name, rounds)),
  };
}

/** Best times against segments: noise only ever adds. */
function plotOf(results: readonly CaseResult[], peer: string | null): string {
  const points = (algorithm: string, timesOf: (result: CaseResult) => readonly number[] | null): PlotSeries['points'] =>
    results.flatMap((result) => {
      const [, name, lines, traces] = /^(\S+) (\d+)x(\d+)$/.exec(result.name) ?? [];
      const times = timesOf(result);
      return name === algorithm && times !== null
        ? [[Number(lines) * (Number(traces) - 1), minimum(times)] as const]
        : [];
    });
  const ours = ALGORITHMS.map((algorithm) => ({ name: algorithm, points: points(algorithm, ({ ours }) => ours) }));
  const theirs = peer === null ? [] : [{ name: peer, points: points('auto', (result) => result.peer) }];
  return logPlot({ title: 'Finding crossings', x: 'segments', y: 'ms' }, [...ours, ...theirs]);
}
