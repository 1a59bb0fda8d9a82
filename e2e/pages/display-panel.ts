/** Colour map, clip, gain, polarity, interpolation. */
import type { Locator, Page } from '@playwright/test';

export class DisplayPanelPage {
  readonly colormap: Locator;
  /** The right one of the two limits on the histogram. */
  readonly clipHandle: Locator;
  readonly clipSlider: Locator;
  readonly clipNumber: Locator;
  readonly gainSlider: Locator;
  readonly gainNumber: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.colormap = page.getByRole('combobox', { name: 'Colour map' });
    this.clipHandle = page
      .getByRole('img', { name: /^Amplitude histogram/ })
      .locator('[aria-hidden] > div')
      .last();
    this.clipSlider = page.getByRole('slider', { name: 'Clip percentile' });
    this.clipNumber = page.getByRole('textbox', { name: 'Clip percentile', exact: true });
    this.gainSlider = page.getByRole('slider', { name: 'Gain' });
    this.gainNumber = page.getByRole('textbox', { name: 'Gain', exact: true });
  }

  polarity(name: 'Normal' | 'Reversed'): Locator {
    return this.#page.getByRole('radio', { name, exact: true });
  }

  /** `title` as the menu shows it. */
  async chooseColormap(title: string): Promise<void> {
    await this.colormap.click();
    await this.#page.getByRole('option', { name: title, exact: true }).click();
  }

  async setPolarity(polarity: 'Normal' | 'Reversed'): Promise<void> {
    await this.polarity(polarity).click();
  }

  async setInterpolation(interpolation: 'Smooth' | 'Exact'): Promise<void> {
    await this.#page.getByRole('radio', { name: interpolation, exact: true }).click();
  }

  async setClipPercentile(percentile: number): Promise<void> {
    await this.#type(this.clipNumber, percentile);
  }

  /** Drags the limit by so many CSS pixels. */
  async dragClipHandle(by: number): Promise<void> {
    const box = (await this.clipHandle.boundingBox())!;
    const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await this.#page.mouse.move(from.x, from.y);
    await this.#page.mouse.down();
    await this.#page.mouse.move(from.x + by, from.y, { steps: 3 });
    await this.#page.mouse.up();
  }

  async setGain(gain: number): Promise<void> {
    await this.#type(this.gainNumber, gain);
  }

  async #type(field: Locator, value: number): Promise<void> {
    await field.fill(String(value));
    await field.press('Enter');
    await field.blur();
  }
}
