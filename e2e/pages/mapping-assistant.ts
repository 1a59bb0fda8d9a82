/** The dialog that shows the ways to read a file. */
import { expect, type Locator, type Page } from '@playwright/test';

export class MappingAssistantPage {
  readonly dialog: Locator;
  readonly readings: Locator;
  /** E.g. "Opens as: Cube, SEG-Y rev 1". */
  readonly opensAs: Locator;
  /** That and all that is said below it: lines, samples, findings. */
  readonly words: Locator;
  readonly preview: Locator;
  readonly map: Locator;
  readonly section: Locator;
  readonly fault: Locator;
  readonly keep: Locator;
  readonly read: Locator;
  readonly readAsDetected: Locator;
  readonly save: Locator;
  readonly copyOptions: Locator;
  readonly file: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.getByRole('dialog', { name: /^How .* is read$/ });
    this.readings = this.dialog.getByTestId('reading');
    this.words = this.dialog.getByRole('region', { name: 'Opens as' });
    this.opensAs = this.dialog.getByTestId('opens-as');
    this.preview = this.dialog.getByTestId('mapping-preview');
    this.map = this.dialog.getByTestId('base-map-full');
    this.section = this.dialog.getByTestId('section-preview-full');
    this.fault = this.dialog.getByTestId('fault');
    this.keep = this.dialog.getByRole('checkbox', { name: /^Keep for this file/ });
    this.read = this.dialog.getByRole('button', { name: 'Read the file so' });
    this.readAsDetected = this.dialog.getByRole('button', { name: 'Read as detected' });
    this.save = this.dialog.getByRole('button', { name: 'Save the mapping (JSON)' });
    this.copyOptions = this.dialog.getByRole('button', { name: 'Copy as options of the command line' });
    this.file = this.dialog.getByTestId('mapping-file');
  }

  /** By the key, for the survey that is looked at. */
  async show(): Promise<void> {
    await this.#page.keyboard.press('m');
    await this.settled();
  }

  /** Waits until what is chosen is what is shown. */
  async settled(): Promise<void> {
    await expect(this.preview).toHaveAttribute('aria-busy', 'false');
    await expect(this.dialog.getByText('Looking at the whole file…')).toHaveCount(0);
  }

  /** `title` as the list writes it. */
  reading(title: string): Locator {
    return this.dialog.getByRole('radio', { name: title, exact: true });
  }

  /** One part of the form, `field` as a mapping's JSON calls it. */
  field(field: string): Locator {
    return this.dialog.getByTestId(`field-${field}`);
  }

  async type(field: string, text: string): Promise<void> {
    await this.field(field).getByRole('textbox').fill(text);
  }

  /** Chooses by the beginning of what the menu says. */
  async choose(field: string, label: string): Promise<void> {
    await this.field(field).getByRole('combobox').click();
    await this.#page
      .getByRole('option')
      .filter({ hasText: new RegExp(`^${label}`) })
      .click();
  }

  async place(field: string, byte: number, type: string): Promise<void> {
    await this.type(field, String(byte));
    await this.choose(field, `${type}$`);
  }

  reset(field: string): Locator {
    return this.field(field).getByRole('button', { name: /^Reset/ });
  }

  /** Does something that changes the preview, and waits for that. */
  async previewing(action: () => Promise<void>): Promise<void> {
    const before = await this.words.innerText();
    await action();
    await expect(this.words).not.toHaveText(before, { useInnerText: true });
    await this.settled();
  }
}
