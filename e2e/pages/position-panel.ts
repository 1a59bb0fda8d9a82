/** Sliders, numbers and steps of the three planes. */
import type { Locator, Page } from '@playwright/test';
import type { Orientation } from '../../shared/slices.ts';

export class PositionPanelPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  control(orientation: Orientation): Locator {
    return this.#page.getByTestId(`position-${orientation}`);
  }

  number(orientation: Orientation): Locator {
    return this.control(orientation).getByRole('textbox');
  }

  /** The line number, or the milliseconds or metres, that the plane is at. */
  async value(orientation: Orientation): Promise<number> {
    return Number(await this.number(orientation).inputValue());
  }

  async type(orientation: Orientation, value: number): Promise<void> {
    await this.number(orientation).fill(String(value));
    await this.number(orientation).press('Enter');
    // Otherwise the keys that follow would be the field's.
    await this.number(orientation).blur();
  }
}
