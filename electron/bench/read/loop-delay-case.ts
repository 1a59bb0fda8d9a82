import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { NO_DECIMATION } from '../../../shared/slices.ts';
import type { SurveyId } from '../../../shared/survey.ts';
import type { BenchCase } from '../harness/bench-case.ts';
import { createRandom } from '../harness/seeded-random.ts';
import type { BenchEngine } from './bench-engine.ts';
import type { CubePlanes } from './cube-planes.ts';

const REQUESTS = 200;
/** Long enough for the idle loop's p99 to settle at a resolution of 1 ms. */
const IDLE_MS = 300;

/**
 * How long the loop that hosts the engine is kept from its timers (p99, less that of the idle loop) while 200 slices of
 * all three families are asked for at once. Not a time of ours against anyone's, so there is no peer.
 */
export function loopDelayCase(surveyId: SurveyId, planes: CubePlanes, engine: BenchEngine): BenchCase {
  const families = [planes.inline, planes.crossline, planes.sample];
  const requestAll = async (seed: number): Promise<void> => {
    const random = createRandom(seed);
    const requests = Array.from({ length: REQUESTS }, async (_, position) => {
      const family = families[position % families.length]!;
      const requestId = engine.nextRequestId();
      const plane = family.planeAt(random(family.count));
      // A stream each, or all but the last would be replaced.
      const stream = `bench:${position}`;
      await engine.calls.readSlice({ requestId, surveyId, plane, decimation: NO_DECIMATION, stream });
      await engine.calls.acknowledgeSlice(requestId);
    });
    await Promise.all(requests);
  };
  return {
    name: `event-loop delay p99, ${REQUESTS} slices`,
    callsPerRound: 1,
    mostRounds: 20,
    drawArgument: (random) => random(2 ** 31),
    peer: null,
    async ours(seeds) {
      const times: number[] = [];
      for (const seed of seeds) {
        const idleMs = await loopDelayP99(() => delay(IDLE_MS));
        const busyMs = await loopDelayP99(() => requestAll(seed));
        times.push(Math.max(0, busyMs - idleMs));
      }
      return times;
    },
  };
}

/** In ms. At the default resolution of 10 ms even an idle loop shows 10. */
async function loopDelayP99(work: () => Promise<void>): Promise<number> {
  const histogram = monitorEventLoopDelay({ resolution: 1 });
  histogram.enable();
  await work();
  histogram.disable();
  return histogram.percentile(99) / 1e6;
}
