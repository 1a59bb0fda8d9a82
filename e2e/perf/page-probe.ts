/**
 * What happens in the page, recorded there: key presses, pictures of the section as they are presented, and tasks that
 * kept the page from everything else. Apart from the program's own timing, so that the two can be held against each other.
 */
import type { Page } from '@playwright/test';

/** Times in ms since the page began to load. */
export interface ProbeRecord {
  /** `timeStamp` of the first keydown of each press. */
  readonly keyPresses: readonly number[];
  /** The section's pictures, at the animation frame after their fence. Exact pictures have even ids, coarse ones odd. */
  readonly shown: readonly { readonly requestId: number; readonly atMs: number }[];
  readonly longTasks: readonly { readonly startMs: number; readonly durationMs: number }[];
  /** Animation frames since the last reset. */
  readonly frameTimes: readonly number[];
}

/** From the next load of the page on. */
export async function installProbe(page: Page): Promise<void> {
  await page.addInitScript(probeInPage);
}

export const readProbe = (page: Page): Promise<ProbeRecord> =>
  page.evaluate(() => (globalThis as unknown as { crosslineProbe: ProbeRecord }).crosslineProbe);

/** Forgets what was recorded so far. */
export const resetProbe = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const probe = (globalThis as unknown as { crosslineProbe: Record<string, unknown[]> }).crosslineProbe;
    for (const list of Object.values(probe)) list.length = 0;
  });

/** Runs in the page, so it may use nothing from outside itself. */
function probeInPage(): void {
  const keyPresses: number[] = [];
  const shown: { requestId: number; atMs: number }[] = [];
  const longTasks: { startMs: number; durationMs: number }[] = [];
  const frameTimes: number[] = [];
  Object.assign(globalThis, { crosslineProbe: { keyPresses, shown, longTasks, frameTimes } });

  const onKeyDown = ({ repeat, timeStamp }: KeyboardEvent): void => {
    if (!repeat) keyPresses.push(timeStamp);
  };
  addEventListener('keydown', onKeyDown, { capture: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      longTasks.push({ startMs: startTime, durationMs: duration });
  }).observe({ type: 'longtask' });
  const onFrame = (timeMs: number): void => {
    frameTimes.push(timeMs);
    requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
  // Its callback runs right after the animation frame that reported the picture.
  new MutationObserver((records) => {
    for (const { target } of records) {
      if (!(target instanceof HTMLElement) || target.dataset['testid'] !== 'section-canvas') continue;
      shown.push({ requestId: Number(target.dataset['shownRequestId']), atMs: performance.now() });
    }
  }).observe(document, { subtree: true, attributeFilter: ['data-shown-request-id'] });
}
