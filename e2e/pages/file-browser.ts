/** The dialog that chooses a file on the engine's computer. */
import type { Locator, Page } from '@playwright/test';

export class FileBrowserPage {
  readonly dialog: Locator;
  readonly list: Locator;
  readonly path: Locator;
  readonly fault: Locator;
  readonly open: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.getByRole('dialog', { name: 'Open a survey' });
    this.list = this.dialog.getByRole('listbox');
    this.path = this.dialog.getByRole('textbox', { name: 'Path of a folder or file' });
    this.fault = this.dialog.getByTestId('fault');
    this.open = this.dialog.getByRole('button', { name: 'Open', exact: true });
  }

  /** By the key, which works in every view. */
  async show(): Promise<void> {
    await this.#page.keyboard.press('Control+o');
    await this.dialog.waitFor();
  }

  entry(name: string): Locator {
    return this.list.getByRole('option').filter({ hasText: name });
  }

  async go(path: string): Promise<void> {
    await this.path.fill(path);
    await this.path.press('Enter');
  }
}
