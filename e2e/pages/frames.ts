import type { Page } from '@playwright/test';

/** Waits until the page has drawn what it was last told: its own frame, and the one after the draw's fence. */
export const nextFrames = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
      }),
  );
