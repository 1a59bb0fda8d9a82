/** The timing overlay: what it says is what the pictures measured. */
import { STAGES, verdictOf, type Timing } from '../../shared/timing.ts';
import { sampleCube } from '../fixtures/survey-files.ts';
import { expect, test } from '../fixtures/test.ts';
import { ViewerPage } from '../pages/viewer.ts';

interface Report {
  readonly last: Timing & { readonly verdict: string; readonly megabytesPerSecond: number | null };
  readonly pictures: number;
  readonly stages: Readonly<Record<string, { readonly p50: number | null; readonly p95: number | null }>>;
  readonly history: readonly Timing[];
}

test.use({ contextOptions: { permissions: ['clipboard-read', 'clipboard-write'] } });

test('T shows and hides the overlay; its copied figures are whole, one entry a picture', async ({ open }) => {
  const { page } = await open({ files: [sampleCube().path] });
  const { section, timing } = new ViewerPage(page);
  await section.settled();
  await timing.show();
  await page.keyboard.press('t');
  await expect(timing.panel).toBeHidden();
  await timing.show();

  const earlier = (await timing.copiedReport()) as Report;
  const shownIds = await section.recordShownIds();
  for (let step = 0; step < 3; step += 1) await section.showing(() => page.keyboard.press('ArrowRight'));
  const shown = await shownIds();
  await expect(timing.panel).toHaveAttribute('data-request-id', String(shown.at(-1)));
  const report = (await timing.copiedReport()) as Report;

  expect(report.pictures).toBe(report.history.length);
  const idsOf = ({ history }: Report): number[] => history.map(({ requestId }) => requestId);
  expect(idsOf(report)).toEqual([...idsOf(earlier), ...shown]);

  const { verdict, megabytesPerSecond, ...last } = report.last;
  expect(last).toEqual(report.history.at(-1));
  expect(verdict).toBe(verdictOf(last));
  await expect(timing.verdict).toHaveText(verdict);
  expect(megabytesPerSecond ?? 1).toBeGreaterThan(0);
  for (const entry of report.history) {
    for (const figure of [...STAGES, 'engineMs', 'bytesRead', 'gpuMs', 'presentedMs'] as const) {
      expect(entry[figure] ?? 0, `${figure} of picture ${entry.requestId}`).toBeGreaterThanOrEqual(0);
    }
    expect(entry.residentShare ?? 0).toBeLessThanOrEqual(1);
    // What is measured on every system.
    for (const figure of [...STAGES, 'engineMs'] as const) expect(entry[figure], figure).not.toBeNull();
    // A stage is a part of what it is in.
    expect(entry.queuedMs + entry.readMs + entry.decodeMs).toBeLessThanOrEqual(entry.engineMs + 0.5);
  }
  for (const entry of report.history.slice(-shown.length)) expect(entry.presentedMs).toBeGreaterThan(0);
  for (const stage of STAGES) {
    const { p50, p95 } = report.stages[stage]!;
    expect(p50!).toBeLessThanOrEqual(p95!);
    expect(report.history.map((entry) => entry[stage])).toContain(p95);
  }

  await page.keyboard.down('ArrowLeft');
  await expect(timing.fact('Frames per second')).toHaveText(/^[1-9]\d*$/);
  await page.keyboard.up('ArrowLeft');
  await expect(timing.fact('Frames per second')).toHaveText('—');

  await page.reload();
  await expect(timing.panel).toBeVisible();
});
