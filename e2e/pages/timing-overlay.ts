/** The timing overlay (key T). */
import { expect, type Locator, type Page } from '@playwright/test';

export class TimingOverlayPage {
  readonly panel: Locator;
  readonly verdict: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.panel = page.getByTestId('timing-panel');
    this.verdict = page.getByTestId('verdict');
  }

  async show(): Promise<void> {
    await this.#page.keyboard.press('t');
    await expect(this.panel).toBeVisible();
  }

  /** A figure of the last picture, by its name on the panel. */
  fact(name: string): Locator {
    return this.panel.locator('dt', { hasText: name }).locator('xpath=following-sibling::dd');
  }

  /** What the copy button puts on the clipboard. */
  async copiedReport(): Promise<unknown> {
    await this.panel.getByRole('button', { name: 'Copy as JSON' }).click();
    return JSON.parse(await this.#page.evaluate(() => navigator.clipboard.readText())) as unknown;
  }
}
