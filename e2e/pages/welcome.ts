/** What is shown while no survey is open. */
import type { Locator, Page } from '@playwright/test';

export class WelcomePage {
  readonly view: Locator;
  readonly openSample: Locator;

  constructor(page: Page) {
    this.view = page.getByTestId('welcome');
    this.openSample = this.view.getByRole('button', { name: 'Open sample' });
  }
  /** A survey that was opened earlier. */
  recent(name: string): Locator {
    return this.view.getByRole('listitem').getByRole('button').filter({ hasText: name });
  }
}
