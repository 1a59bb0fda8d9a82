/** The section view: its canvas, toolbar and axes. */
import { expect, type Locator, type Page } from '@playwright/test';
import { pixelsOf, type Pixels } from '../fixtures/pixels.ts';
import { nextFrames } from './frames.ts';

/**
 * A picture counts as the last one when no newer came for this long, in ms: several times the coarse picture's delay. Less is
 * enough for a newer picture than one that is known, where it is exact (even ids): only a move could bring another.
 */
const SETTLED_MS = 500;
const SETTLED_EXACT_MS = 200;

export class SectionViewPage {
  readonly canvas: Locator;
  readonly toolbar: Locator;
  /** The two hairlines of the linked cursor. */
  readonly crosshair: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.canvas = page.getByTestId('section-canvas');
    this.crosshair = this.canvas.locator('xpath=following-sibling::div').locator('div');
    this.toolbar = page.getByRole('toolbar', { name: 'Section' });
  }

  /** The request id of the picture that is on the screen; 0 before the first. */
  async shownId(): Promise<number> {
    return Number((await this.canvas.getAttribute('data-shown-request-id')) ?? 0);
  }

  /** Waits for a picture newer than `afterId` that no other follows. */
  async settled(afterId = 0): Promise<number> {
    await expect.poll(() => this.shownId()).toBeGreaterThan(afterId);
    const settledMs = (shown: number): number => (afterId > 0 && shown % 2 === 0 ? SETTLED_EXACT_MS : SETTLED_MS);
    let id = await this.shownId();
    for (let unchangedSinceMs = Date.now(); Date.now() - unchangedSinceMs < settledMs(id);) {
      await this.#page.waitForTimeout(50);
      const now = await this.shownId();
      if (now !== id) unchangedSinceMs = Date.now();
      id = now;
    }
    return id;
  }

  /** Does something that asks for another picture, and waits for it. */
  async showing(action: () => Promise<void>): Promise<void> {
    const before = await this.shownId();
    await action();
    await this.settled(before);
  }

  async choosePlane(name: 'Inline' | 'Crossline' | 'Time' | 'Depth' | 'Sample' | 'Gather' | 'Line'): Promise<void> {
    await this.toolbar.getByRole('radio', { name, exact: true }).click();
  }

  /** The bottom one is of 2D lines alone. */
  axis(edge: 'top' | 'left' | 'bottom'): Locator {
    return this.#page.getByTestId(`section-axis-${edge}`);
  }

  tool(name: 'Zoom in' | 'Zoom out' | 'Show all of it'): Locator {
    return this.toolbar.getByRole('button', { name });
  }

  async chooseAspect(name: 'Fit' | 'True'): Promise<void> {
    const choice = this.toolbar.getByRole('radio', { name, exact: true });
    if (!(await choice.isChecked())) await choice.click();
  }

  /** E.g. "Section: Inline 122". */
  label(): Promise<string | null> {
    return this.canvas.getAttribute('aria-label');
  }

  /** The picture alone: the pointer is taken away, since the crosshair and its labels lie over it. */
  async pixels(): Promise<Pixels> {
    await this.#page.mouse.move(0, 0);
    await nextFrames(this.#page);
    return pixelsOf(this.canvas);
  }

  /** Moves the pointer to the middle of a cell, counted from the top left, of a picture of so many cells. */
  async pointAt(cell: { across: number; down: number }, picture: { across: number; down: number }): Promise<void> {
    const box = (await this.canvas.boundingBox())!;
    await this.#page.mouse.move(
      box.x + ((cell.across + 0.5) * box.width) / picture.across,
      box.y + ((cell.down + 0.5) * box.height) / picture.down,
    );
  }

  /** All request ids that the view shows from now on, in their order. */
  async recordShownIds(): Promise<() => Promise<number[]>> {
    await this.canvas.evaluate((canvas) => {
      const ids: number[] = [];
      new MutationObserver(() => ids.push(Number(canvas.dataset['shownRequestId']))).observe(canvas, {
        attributeFilter: ['data-shown-request-id'],
      });
      Object.assign(globalThis, { shownIdsOfTest: ids });
    });
    return () => this.#page.evaluate(() => (globalThis as unknown as { shownIdsOfTest: number[] }).shownIdsOfTest);
  }
}
