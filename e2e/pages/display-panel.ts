/** Colour map, clip, gain, polarity, interpolation. */
import type { Page } from '@playwright/test';

export class DisplayPanelPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** `title` as the menu shows it. */
  async chooseColormap(title: string): Promise<void> {
    await this.#page.getByRole('combobox', { name: 'Colour map' }).click();
    await this.#page.getByRole('option', { name: title, exact: true }).click();
  }

  async setPolarity(polarity: 'Normal' | 'Reversed'): Promise<void> {
    await this.#page.getByRole('radio', { name: polarity, exact: true }).click();
  }

  async setInterpolation(interpolation: 'Smooth' | 'Exact'): Promise<void> {
    await this.#page.getByRole('radio', { name: interpolation, exact: true }).click();
  }

  async setClipPercentile(percentile: number): Promise<void> {
    await this.#type('Clip percentile', percentile);
  }

  async setGain(gain: number): Promise<void> {
    await this.#type('Gain', gain);
  }

  async #type(name: string, value: number): Promise<void> {
    const field = this.#page.getByRole('textbox', { name, exact: true });
    await field.fill(String(value));
    await field.press('Enter');
    await field.blur();
  }
}
