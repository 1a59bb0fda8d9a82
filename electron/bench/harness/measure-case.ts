import type { BenchCase, CaseResult } from './bench-case.ts';
import type { RandomInteger } from './seeded-random.ts';

export interface MeasureOptions {
  /** Time that the measured rounds of one case should take, both sides together. */
  readonly secondsPerCase: number;
  readonly random: RandomInteger;
  readonly signal: AbortSignal;
}

/** Compilers and caches have settled after so many: V8 optimises a hot loop within a few hundred calls. */
const WARM_UP_ROUNDS = 3;
const FEWEST_ROUNDS = 5;
const MOST_ROUNDS = 400;

/** Warms up, calibrates how many rounds fill the time, then measures them, ours first and the peer first in turn. */
export async function measureCase(benchCase: BenchCase, options: MeasureOptions): Promise<CaseResult> {
  const ours: number[] = [];
  const peer: number[] = [];
  const { random, signal } = options;
  const started = performance.now();
  const warmUpRounds = Math.min(WARM_UP_ROUNDS, benchCase.mostRounds ?? WARM_UP_ROUNDS);
  for (let round = 0; round < warmUpRounds; round += 1) await runRound(benchCase, round, random, [], []);
  const roundMs = (performance.now() - started) / warmUpRounds;
  const rounds = roundCount(roundMs, options.secondsPerCase, benchCase.mostRounds ?? MOST_ROUNDS);
  for (let round = 0; round < rounds; round += 1) {
    signal.throwIfAborted();
    await runRound(benchCase, round, random, ours, peer);
  }
  return { name: benchCase.name, ours, peer: benchCase.peer === null ? null : peer };
}

export function roundCount(roundMs: number, seconds: number, mostRounds: number): number {
  const fitting = Math.round((seconds * 1000) / Math.max(roundMs, 0.001));
  return Math.min(Math.max(fitting, FEWEST_ROUNDS), mostRounds);
}

async function runRound(
  benchCase: BenchCase,
  round: number,
  random: RandomInteger,
  ours: number[],
  peer: number[],
): Promise<void> {
  const callArguments = Array.from({ length: benchCase.callsPerRound }, () => benchCase.drawArgument(random));
  const runOurs = async (): Promise<void> => void ours.push(...(await benchCase.ours(callArguments)));
  const runPeer = async (): Promise<void> => void peer.push(...((await benchCase.peer?.(callArguments)) ?? []));
  const sides = round % 2 === 0 ? [runOurs, runPeer] : [runPeer, runOurs];
  for (const side of sides) await side();
}
