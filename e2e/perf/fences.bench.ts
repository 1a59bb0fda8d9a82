/** Frames of the 3D scene with fences while the view turns: `npx playwright test -c e2e/perf fences.bench`. Prints one line a case. */
import { percentile } from '../../electron/bench/harness/statistics.ts';
import { openScenePage } from '../fixtures/scene-page.ts';
import { test } from '../fixtures/test.ts';
import type { FencesHarness } from '../harness/fences.ts';
import { fenceDecimation } from '../../renderer/state/scene/fence-decimation.ts';

const TRACES = 1500;
const SAMPLES = 1500;
const FRAMES = 36;

/** None: the three slices of a cube, to compare with. */
for (const lines of [0, 1, 6, 24, 100]) {
  test(`${lines} lines of ${TRACES} x ${SAMPLES}`, async ({ page, consoleGuard }) => {
    await openScenePage(page, consoleGuard, 'fences');
    const every = fenceDecimation(TRACES, SAMPLES, lines);
    const times = await page.evaluate(
      async ([count, traces, samples, decimation, frames]) =>
        await (window as unknown as { harness: FencesHarness }).harness.frameTimes(
          count,
          traces,
          samples,
          decimation,
          frames,
        ),
      [lines, TRACES, SAMPLES, every, FRAMES] as const,
    );
    const [least, median, p95] = [0, 50, 95].map((percent) => percentile(times, percent).toFixed(1));
    process.stdout.write(
      `${lines} lines of ${TRACES} x ${SAMPLES}, every ${every.rows} x ${every.columns}: a frame in ${median} ms (median), ${least} (min), ${p95} (p95)\n`,
    );
  });
}
