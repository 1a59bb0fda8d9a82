/** The panel of ties (key W): lines with their corrections, crossings by what is left. */
import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';

/** A tie of a large network is adjusted in some seconds; a crowded machine takes several times as long. */
const TYING_MS = 60_000;

export class TiesPanelPage {
  readonly panel: Locator;
  readonly lines: Locator;
  readonly crossings: Locator;
  readonly legend: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.panel = page.getByTestId('ties-panel');
    this.lines = page.getByRole('grid', { name: 'Corrections of lines' });
    this.crossings = page.getByRole('grid', { name: 'Ties by what is left' });
    this.legend = page.getByTestId('mis-tie-legend');
  }

  async tied(): Promise<void> {
    await expect(this.panel).toHaveAttribute('data-status', 'tied', { timeout: TYING_MS });
  }

  /** Waits for what follows a choice: it is tied anew. */
  async tiedAfter(choose: () => Promise<void>): Promise<void> {
    await choose();
    await expect(this.panel).toHaveAttribute('data-status', 'tying');
    await this.tied();
  }

  rowOf(grid: Locator, text: string): Locator {
    return grid.getByRole('row').filter({ hasText: text });
  }

  /** Rank, accepted, line 1, line 2 and so on, of the worst. */
  get worst(): Locator {
    return this.crossings.locator('[aria-rowindex="2"]');
  }

  async cellsOf(row: Locator): Promise<readonly string[]> {
    return await row.getByRole('gridcell').allTextContents();
  }

  /** All of them, scrolled through. */
  async allLines(): Promise<readonly (readonly string[])[]> {
    const rows: (readonly string[])[] = [];
    const count = Number(await this.lines.getAttribute('aria-rowcount')) - 1;
    await this.lines.press('Home');
    for (let row = 0; row < count; row += 1) {
      const shown = this.lines.locator(`[aria-rowindex="${row + 2}"]`);
      await expect(shown).toHaveAttribute('aria-selected', 'true');
      rows.push(await this.cellsOf(shown));
      await this.lines.press('ArrowDown');
    }
    return rows;
  }

  async export(offer: 'JSON' | 'CSV, the lines' | 'CSV, the crossings'): Promise<string> {
    await this.panel.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([
      this.#page.waitForEvent('download'),
      this.#page.getByRole('menuitem', { name: offer, exact: true }).click(),
    ]);
    return await readFile(await download.path(), 'utf8');
  }
}
