/** The dialog in which a dataset of an HDF5 file is chosen and its axes are named. */
import { expect, type Locator, type Page } from '@playwright/test';

export class DatasetDialogPage {
  readonly dialog: Locator;
  readonly datasets: Locator;
  readonly words: Locator;
  readonly preview: Locator;
  readonly section: Locator;
  readonly map: Locator;
  readonly fault: Locator;
  readonly keep: Locator;
  readonly read: Locator;
  readonly cancel: Locator;
  readonly copyOptions: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.getByRole('dialog', { name: /^How .* is read$/ });
    this.datasets = this.dialog.getByTestId('dataset-choice');
    this.words = this.dialog.getByRole('region', { name: 'Opens as' });
    this.preview = this.dialog.getByTestId('dataset-preview');
    this.section = this.dialog.getByTestId('section-preview-full');
    this.map = this.dialog.getByTestId('base-map-full');
    this.fault = this.dialog.getByTestId('fault');
    this.keep = this.dialog.getByRole('checkbox', { name: /^Keep for this file/ });
    this.read = this.dialog.getByRole('button', { name: 'Read the file so' });
    this.cancel = this.dialog.getByRole('button', { name: 'Cancel' });
    this.copyOptions = this.dialog.getByRole('button', { name: 'Copy as options of the command line' });
  }

  /** Waits until what is chosen is what is shown. */
  async settled(): Promise<void> {
    await expect(this.dialog.getByText('Reading its structure…')).toHaveCount(0);
    await expect(this.preview).toHaveAttribute('aria-busy', 'false');
  }

  /** Of the tree, by its name. */
  dataset(name: string): Locator {
    return this.datasets.filter({ hasText: new RegExp(`^${name} ?\\d`) });
  }

  /** Counted from 0, slowest first. */
  async nameAxis(axis: number, role: string): Promise<void> {
    await this.#choose(this.dialog.getByTestId(`axis-${axis}`), role);
  }

  async choose(field: string, label: string): Promise<void> {
    await this.#choose(this.field(field), label);
  }

  async type(field: string, text: string): Promise<void> {
    await this.field(field).getByRole('textbox').fill(text);
  }

  field(field: string): Locator {
    return this.dialog.getByTestId(`field-${field}`);
  }

  async #choose(row: Locator, label: string): Promise<void> {
    await row.getByRole('combobox').click();
    await this.#page.getByRole('option', { name: label, exact: true }).click();
  }
}
