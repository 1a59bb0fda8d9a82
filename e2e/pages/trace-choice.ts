/** Which trace of each position gathers show, and which line of a file: controls of the Position panel. */
import type { Locator, Page } from '@playwright/test';

export class TraceChoicePage {
  /** Of gathers. */
  readonly selection: Locator;
  readonly lines: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.selection = page.getByTestId('trace-selection');
    this.lines = page.getByTestId('line-control');
  }

  async typeOffset(offset: number): Promise<void> {
    const field = this.selection.getByRole('textbox');
    await field.fill(String(offset));
    await field.press('Enter');
    await field.blur();
  }

  async choose(name: 'One' | 'Stack'): Promise<void> {
    await this.selection.getByRole('radio', { name, exact: true }).click();
  }

  async chooseLine(name: string): Promise<void> {
    await this.#chooseFrom('Line of the file', name);
  }

  /** @param label begins with this */
  async splitBy(label: string): Promise<void> {
    await this.#chooseFrom('Split the file into lines by', label);
  }

  /** Names and values of the line that is looked at. */
  async lineFacts(): Promise<Record<string, string>> {
    const names = await this.lines.locator('dt').allTextContents();
    const values = await this.lines.locator('dd').allTextContents();
    return Object.fromEntries(names.map((name, at) => [name, values[at]!]));
  }

  async #chooseFrom(menu: string, label: string): Promise<void> {
    await this.lines.getByRole('combobox', { name: menu }).click();
    await this.#page.getByRole('option', { name: new RegExp(`^${label}`) }).click();
  }
}
