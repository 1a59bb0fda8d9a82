/** Exact dynamic time warping with its path, by the plain twin and by the addon, against C. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareTrace, type PreparedTrace } from '../../../shared/ties/signal/prepare-trace.ts';
import { tracePath } from '../../../shared/ties/warp/dtw-path.ts';
import { warpExactly } from '../../../shared/ties/warp/warp-exactly.ts';
import { createArrayWork, plainArrayWork, type ArrayWork } from '../../native/array-work.ts';
import type { BenchCase } from '../harness/bench-case.ts';
import type { BenchGroup } from '../harness/bench-group.ts';
import type { PeerProcess } from '../harness/peer-process.ts';
import { timeEach } from '../scan/time-each.ts';
import { benchTrace } from './bench-trace.ts';

const SAMPLES = 1500;
const INTERVAL_MS = 4;
/** Either side of equal times; all cells: Infinity. At 4 ms the second is 100 ms, at 1 ms the fourth. */
const BANDS = [Infinity, 25, 50, 100, 200] as const;
/** The plain twin takes ten times as long. */
const PLAIN_BANDS = [Infinity, 25, 100] as const;
const CROSSINGS = 1000;
const BAND_MS = 100;
/** So many wait for the addon's threads while this one refines the paths of others. */
const AT_A_TIME = 8;
const MOST_ROUNDS = 100;
const FEW_ROUNDS = 5;

export const dtwGroup: BenchGroup = {
  name: 'dtw',
  description: 'exact dynamic time warping of traces of 1,500 samples',
  needsFile: false,
  peer: { modules: ['numpy'], script: 'dtw.py' },
  async prepare({ peer }) {
    const folder = join(tmpdir(), `crossline-bench-dtw-${process.pid}`);
    const [a, b] = [benchTrace(SAMPLES, 1), benchTrace(SAMPLES, 2)];
    await mkdir(folder, { recursive: true });
    for (const [name, trace] of Object.entries({ a, b }))
      await writeFile(join(folder, name), new Uint8Array(trace.buffer));
    const addon = createArrayWork();
    const traces = [3, 4].map((seed) =>
      prepareTrace({ startMs: 0, intervalMs: INTERVAL_MS, samples: Float32Array.from(benchTrace(SAMPLES, seed)) }),
    );
    return {
      cases: [
        ...BANDS.map((band) => pathCase('', addon, a, b, band, peer)),
        ...PLAIN_BANDS.map((band) => pathCase('plain ', plainArrayWork, a, b, band, null)),
        crossingsCase('path and shift', addon, traces[0]!, traces[1]!, peer),
      ],
      notes: () => [
        `Cells: ${BANDS.map((band) => `${bandName(band)} ${cellCount(band).toLocaleString('en')}`).join(', ')}.`,
        `${CROSSINGS} crossings: ${SAMPLES} samples at ${INTERVAL_MS} ms in a band of ${BAND_MS} ms; path, shift refined below the sample, and ` +
          'confidence. The peer only finds cost and path.',
        'The peer is a textbook loop in C, two rows and a byte a cell, compiled by cc -O3 -march=native and called through ctypes.',
      ],
      close: () => rm(folder, { recursive: true, force: true }),
    };
  },
};

const bandName = (band: number): string => (band === Infinity ? 'all' : `+-${band}`);
const cellCount = (band: number): number =>
  band === Infinity ? SAMPLES ** 2 : SAMPLES * (2 * band + 1) - band * (band + 1);
/** Of the peer, who knows nothing of infinity. */
const peerName = (band: number): string => `band ${Math.min(band, SAMPLES)}`;

function pathCase(
  prefix: string,
  work: ArrayWork,
  a: Float64Array,
  b: Float64Array,
  bandSamples: number,
  peer: PeerProcess | null,
): BenchCase {
  const options = { cost: 'squared', steps: 'symmetric1', slopeLimit: 0, bandSamples } as const;
  return {
    name: `${prefix}${bandName(bandSamples)}`,
    callsPerRound: 1,
    mostRounds: MOST_ROUNDS,
    drawArgument: () => 0,
    ours: timeEach(async () => tracePath(await work.warp(a, b, options), 0)),
    peer: peer && ((rounds) => peer.timeCalls(peerName(bandSamples), rounds)),
  };
}

function crossingsCase(
  what: string,
  work: ArrayWork,
  a: PreparedTrace,
  b: PreparedTrace,
  peer: PeerProcess | null,
): BenchCase {
  const options = { cost: 'squared', steps: 'symmetric1', slopeLimit: 0, bandMs: BAND_MS } as const;
  const one = (): Promise<unknown> =>
    warpExactly(a, b, { first: 0, end: SAMPLES }, options, { phaseDeg: 30, gain: 1.1 }, (...traces) =>
      work.warp(...traces),
    );
  return {
    name: `${CROSSINGS} crossings, ${what}`,
    callsPerRound: 1,
    mostRounds: FEW_ROUNDS,
    drawArgument: () => 0,
    ours: timeEach(async () => {
      let left = CROSSINGS;
      const lane = async (): Promise<void> => {
        while ((left -= 1) >= 0) await one();
      };
      await Promise.all(Array.from({ length: AT_A_TIME }, lane));
    }),
    peer: peer && ((rounds) => peer.timeCalls(`times ${CROSSINGS} band ${BAND_MS / INTERVAL_MS}`, rounds)),
  };
}
