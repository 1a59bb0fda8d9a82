/** The header inspector (key H). */
import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';

export class HeadersPanelPage {
  readonly table: Locator;
  readonly filter: Locator;
  readonly find: Locator;
  readonly findOutcome: Locator;
  readonly matchCount: Locator;
  readonly expressionFault: Locator;
  readonly detail: Locator;
  readonly text: Locator;
  readonly search: Locator;
  readonly plot: Locator;
  readonly reading: Locator;
  readonly hex: Locator;
  readonly word: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.table = page.getByTestId('trace-table');
    this.filter = page.getByRole('textbox', { name: 'Filter', exact: true });
    this.find = page.getByRole('textbox', { name: 'Find a trace' });
    this.findOutcome = page.getByTestId('find-outcome');
    this.matchCount = page.getByTestId('match-count');
    this.expressionFault = page.getByTestId('expression-fault');
    this.detail = page.getByTestId('trace-detail');
    this.text = page.getByTestId('header-text');
    this.search = page.getByRole('searchbox', { name: 'Search in the text headers' });
    this.plot = page.getByTestId('column-plot');
    this.reading = page.getByTestId('column-reading');
    this.hex = page.getByTestId('hex-dump');
    this.word = page.getByRole('combobox', { name: 'Word' });
  }

  async show(): Promise<void> {
    // Without a survey the key means nothing.
    await expect(this.#page.getByRole('button', { name: 'Headers', exact: true })).toBeEnabled();
    await this.#page.keyboard.press('h');
    await expect(this.table).toBeVisible();
    await expect(this.table.getByRole('row').nth(1)).not.toContainText('…');
  }

  async choose(tab: 'Text' | 'Binary' | 'Traces' | 'Column'): Promise<void> {
    await this.#page.getByRole('tab', { name: tab, exact: true }).click();
  }

  /** Names of the columns in view, without the trace's. */
  async columnNames(): Promise<string[]> {
    const heads = await this.table.getByRole('columnheader').getByRole('button').allInnerTexts();
    return heads.map((head) => head.split('\n')[0]!);
  }

  /** Trace numbers and values of the rows in view that are there. */
  async rows(): Promise<{ readonly trace: number; readonly values: readonly number[] }[]> {
    const rows = await this.table
      .getByRole('row')
      .evaluateAll((elements) =>
        elements
          .slice(1)
          .map((row) => Array.from(row.querySelectorAll('[role="gridcell"]'), (cell) => cell.textContent)),
      );
    return rows
      .filter(([trace]) => trace !== '…')
      .map(([trace, ...values]) => ({ trace: Number(trace), values: values.map(Number) }));
  }

  /** Waits until the uppermost row in view is this trace's, counted from 1. */
  async expectTopTrace(trace: number): Promise<void> {
    await expect.poll(async () => (await this.rows())[0]?.trace).toBe(trace);
  }

  async goTo(trace: number): Promise<void> {
    const field = this.#page.getByRole('textbox', { name: 'Go to trace' });
    await field.fill(String(trace));
    await field.press('Enter');
    await expect(this.detail).toHaveAccessibleName(`Trace ${trace}`);
  }

  async filterBy(expression: string): Promise<void> {
    await this.filter.fill(expression);
    await this.filter.press('Enter');
  }

  /** Of the chosen trace or of the binary header: the exact value and the meaning of a word. */
  async wordRow(name: string): Promise<{ readonly value: string; readonly meaning: string }> {
    const row = this.#page.getByRole('row').filter({ has: this.#page.getByRole('rowheader', { name, exact: true }) });
    const cells = await row.getByRole('cell').allInnerTexts();
    return { value: cells[2]!, meaning: cells[3]! };
  }

  async addColumn(place: string): Promise<void> {
    await this.#page.getByRole('button', { name: 'Columns' }).click();
    const field = this.#page.getByRole('textbox', { name: 'Add a column by byte and type' });
    await field.fill(place);
    await field.press('Enter');
    await this.#page.keyboard.press('Escape');
  }

  async exportedCsv(): Promise<string> {
    const download = this.#page.waitForEvent('download');
    await this.#page.getByRole('button', { name: 'CSV' }).click();
    return await readFile(await (await download).path(), 'utf8');
  }

  async plotWord(name: string): Promise<void> {
    await this.word.fill(name);
    await this.word.press('Enter');
    await expect(this.plot).toHaveAccessibleName(new RegExp(`^${name.replaceAll('.', '\\.')} along the file`));
  }

  /** A figure of the plotted word. */
  figure(name: string): Locator {
    return this.#page
      .getByRole('region', { name: /^Figures of/ })
      .locator('dt', { hasText: name })
      .locator('xpath=following-sibling::dd');
  }
}
