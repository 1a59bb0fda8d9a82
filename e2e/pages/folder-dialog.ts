/** The list of the surveys of a folder. */
import type { Locator, Page } from '@playwright/test';

export class FolderDialogPage {
  readonly dialog: Locator;
  readonly list: Locator;
  readonly rows: Locator;
  readonly filter: Locator;
  readonly status: Locator;
  /** The files that did not open; closed at first. */
  readonly others: Locator;
  readonly openAll: Locator;
  readonly openChosen: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: /^Surveys in / });
    this.list = this.dialog.getByRole('listbox');
    this.rows = this.list.getByRole('option');
    this.filter = this.dialog.getByRole('searchbox', { name: 'Filter' });
    this.status = this.dialog.getByRole('status');
    this.others = this.dialog.getByText(/that did not open as a survey$/);
    this.openAll = this.dialog.getByRole('button', { name: /^Open (all|the \d+ shown)$/ });
    this.openChosen = this.dialog.getByRole('button', { name: 'Open chosen' });
  }

  row(name: string): Locator {
    return this.rows.filter({ hasText: name });
  }

  /** First cells of the rows in view, from top to bottom. */
  async names(): Promise<string[]> {
    const rows = await this.rows.evaluateAll((elements) =>
      elements
        .map((element) => ({
          top: element.getBoundingClientRect().top,
          name: element.firstElementChild?.textContent ?? '',
        }))
        .sort((one, other) => one.top - other.top),
    );
    return rows.map(({ name }) => name);
  }

  async sortBy(title: string): Promise<void> {
    await this.dialog.getByRole('button', { name: new RegExp(`^(Sort by )?${title}`, 'i') }).click();
  }

  async showHealth(label: string): Promise<void> {
    await this.dialog.getByRole('radio', { name: label, exact: true }).click();
  }
}
