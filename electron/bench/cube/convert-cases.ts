/** Conversions, each to a file of its own that is removed again. */
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { NO_COMPRESSION, type Compression } from '../../formats/hdf5/cube/compression.ts';
import { convertSegy } from '../../jobs/convert.ts';
import { createReader } from '../../native/open-reader.ts';
import type { BenchCase } from '../harness/bench-case.ts';
import type { PeerProcess } from '../harness/peer-process.ts';

const run = promisify(execFile);

/** A conversion writes gigabytes, and compressing them takes a quarter of a minute. */
const MOST_CONVERSIONS = { none: 3, lzf: 1, gzip: 1 } as const;

export const convertCases = (
  from: string,
  folder: string,
  signal: AbortSignal,
  peer: PeerProcess | null,
): readonly BenchCase[] =>
  (
    [
      ['convert', NO_COMPRESSION],
      ['convert lzf', { kind: 'lzf' }],
    ] as const
  ).map(([name, compression]) => ({
    name,
    callsPerRound: 1,
    mostRounds: MOST_CONVERSIONS[compression.kind],
    drawArgument: () => 0,
    async ours(rounds) {
      const to = join(folder, 'again.h5');
      const times: number[] = [];
      while (times.length < rounds.length) {
        await rm(to, { force: true });
        const started = performance.now();
        await convertWith(from, to, compression, signal);
        times.push(performance.now() - started);
      }
      await rm(to, { force: true });
      return times;
    },
    peer: peer && ((rounds) => peer.timeCalls(name, rounds)),
  }));

/**
 * Copying the finished cube file by the system's own program: what writing so many bytes costs whoever writes them; into memory,
 * and waiting for the disk as a conversion does.
 */
export const copyFileCases = (from: string, folder: string): readonly BenchCase[] =>
  [false, true].map((waits) => ({
    name: waits ? 'cp and sync' : 'cp of the cube file',
    callsPerRound: 1,
    mostRounds: MOST_CONVERSIONS.none,
    drawArgument: () => 0,
    async ours(rounds) {
      const to = join(folder, 'copy.h5');
      const times: number[] = [];
      while (times.length < rounds.length) {
        await rm(to, { force: true });
        const started = performance.now();
        await run('cp', [from, to]);
        if (waits) await run('sync', [to]);
        times.push(performance.now() - started);
      }
      await rm(to, { force: true });
      return times;
    },
    peer: null,
  }));

export async function convertWith(
  from: string,
  to: string,
  compression: Compression,
  signal: AbortSignal,
): Promise<void> {
  const parameters = {
    from,
    to,
    overrides: null,
    layouts: ['ilines', 'hlines'],
    compression,
    force: true,
    verify: 'checksums',
  } as const;
  await convertSegy(parameters, { reader: createReader(), signal, onProgress: () => undefined });
}
