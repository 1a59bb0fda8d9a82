import type { BenchCase } from '../harness/bench-case.ts';
import type { PeerProcess } from '../harness/peer-process.ts';
import type { BenchEngine } from './bench-engine.ts';
import type { CubePlanes } from './cube-planes.ts';
import type { Population } from './population-watch.ts';
import { SliceCaller } from './slice-caller.ts';

/** Each call opens and closes the file, so a few tens of them must do. */
const MOST_ROUNDS = 60;

export interface OpeningParts {
  readonly file: string;
  readonly planes: CubePlanes;
  readonly engine: BenchEngine;
  readonly peer: PeerProcess | null;
  /** What the background mapping before each first time slice took is added to it. */
  readonly populations: Population[];
}

/**
 * What a user waits for at first, on a file that the system holds in memory and Crossline has never seen. The scan behind
 * each opening starts as it does for a user, and is cancelled by the closing.
 */
export function openingCases({ file, planes, engine, peer, populations }: OpeningParts): BenchCase[] {
  const { inline, sample } = planes;
  const openingCase = (
    name: string,
    limit: number,
    measure: (opened: OpenedSurvey, index: number) => Promise<number>,
  ): BenchCase => ({
    name,
    callsPerRound: 1,
    mostRounds: MOST_ROUNDS,
    drawArgument: (random) => random(limit),
    async ours(indices) {
      const times: number[] = [];
      for (const index of indices) times.push(await onFreshSurvey(engine, file, (opened) => measure(opened, index)));
      return times;
    },
    peer: peer && ((indices) => peer.timeCalls(name, indices)),
  });
  return [
    openingCase('open', 1, ({ openMs }) => Promise.resolve(openMs)),
    openingCase('open to first inline', inline.count, async ({ openMs, caller }, index) => {
      return openMs + (await caller.time(inline.planeAt(index)));
    }),
    openingCase('open to first time slice', sample.count, async ({ openMs, caller }, index) => {
      return openMs + (await caller.time(sample.planeAt(index)));
    }),
    openingCase('first time slice', sample.count, async ({ caller }, index) => {
      populations.push(await engine.populated());
      return await caller.time(sample.planeAt(index));
    }),
  ];
}

interface OpenedSurvey {
  readonly openMs: number;
  readonly caller: SliceCaller;
}

/** Opens, measures, closes, and lets the scan that began behind it end before the next. */
async function onFreshSurvey(
  engine: BenchEngine,
  file: string,
  measure: (opened: OpenedSurvey) => Promise<number>,
): Promise<number> {
  const started = performance.now();
  const { id } = await engine.calls.openSurvey(file);
  const openMs = performance.now() - started;
  const caller = new SliceCaller(engine, id);
  const measuredMs = await measure({ openMs, caller });
  await caller.release();
  await engine.calls.closeSurvey(id);
  await engine.forgetSurveys();
  return measuredMs;
}
