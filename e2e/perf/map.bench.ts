/**
 * Pictures a second of the base map while it is moved: `npx playwright test -c e2e/perf map`. Prints the benchmarks' JSON; a rate is given
 * as the milliseconds that one picture took.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { openScenePage } from '../fixtures/scene-page.ts';
import { test } from '../fixtures/test.ts';
import type { MapHarness } from '../harness/map.ts';

const SIZES = [
  { lines: 100, traces: 2500 },
  { lines: 1000, traces: 2500 },
] as const;
const MEASURED_MS = 2000;

test('map', async ({ page, consoleGuard }) => {
  await openScenePage(page, consoleGuard, 'map');
  const rows = [];
  for (const size of SIZES) {
    const { firstMs, pan, zoom } = await page.evaluate(
      ({ lines, traces, ms }) =>
        (window as unknown as { readonly harness: MapHarness }).harness.speed(lines, traces, ms),
      { ...size, ms: MEASURED_MS },
    );
    const row = (name: string, oursMs: number | null) => ({
      group: 'map',
      case: `${name} ${size.lines}x${size.traces}`,
      oursMs,
      peer: null,
      peerMs: null,
      ratio: null,
    });
    rows.push(
      row('first picture', firstMs),
      row('a picture while panned', 1000 / pan.perSecond),
      row('of it drawing, panned', pan.drawMs),
      row('a picture while zoomed', 1000 / zoom.perSecond),
      row('of it drawing, zoomed', zoom.drawMs),
    );
  }
  writeFileSync(1, `${JSON.stringify({ machine: cpus()[0]?.model ?? 'unknown', rows }, null, 1)}\n`);
});
