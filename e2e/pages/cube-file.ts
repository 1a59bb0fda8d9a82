/** The cube file of a survey: its offer in the tree, and its dialog (key C). */
import { expect, type Locator, type Page } from '@playwright/test';

export class CubeFilePage {
  readonly offer: Locator;
  readonly dialog: Locator;
  /** In the tree. */
  readonly job: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.offer = page.getByTestId('cube-offer');
    this.dialog = page.getByTestId('cube-file');
    this.job = page.getByRole('list', { name: 'Jobs' }).locator('[data-job-kind="convert"]');
  }

  async show(): Promise<void> {
    await this.#page.keyboard.press('c');
    await expect(this.dialog).toBeVisible();
  }

  async hide(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await expect(this.dialog).toBeHidden();
  }

  /** Where it is not open yet, the dialog is opened. */
  async expectStatus(status: 'none' | 'building' | 'serving' | 'unused' | 'lost'): Promise<void> {
    if (!(await this.dialog.isVisible())) await this.show();
    await expect(this.dialog).toHaveAttribute('data-status', status, { timeout: 30_000 });
  }

  action(name: string | RegExp): Locator {
    return this.dialog.getByRole('button', { name });
  }

  acceptOffer(): Promise<void> {
    return this.offer.getByRole('button', { name: /^(Build cube file|Continue|Cube file…)$/ }).click();
  }
}
