/** The table of crossings (key R), the split section (key S) and the marks on the sections of lines. */
import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';

export type ExportOffer =
  'JSON' | 'JSON with bounding traces' | 'CBOR' | 'BSON with bounding traces' | 'CSV, the crossings alone';

export class CrossingsPanelPage {
  readonly panel: Locator;
  readonly list: Locator;
  readonly rows: Locator;
  readonly filter: Locator;
  readonly count: Locator;
  readonly notes: Locator;
  readonly imported: Locator;
  readonly split: Locator;
  readonly place: Locator;
  readonly seam: Locator;
  readonly boundingTraces: Locator;
  readonly legend: Locator;
  readonly splitTop: Locator;
  readonly marks: Locator;
  /** In the timing overlay. */
  readonly searchTimes: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.panel = page.getByTestId('crossings-panel');
    this.list = page.getByRole('listbox', { name: 'Crossings' });
    this.rows = this.list.getByRole('option');
    this.filter = page.getByRole('searchbox', { name: 'Filter crossings' });
    this.count = page.getByTestId('crossing-count');
    this.notes = page.getByTestId('crossing-notes');
    this.imported = page.getByTestId('imported-document');
    this.split = page.getByTestId('split-panel');
    this.place = page.getByTestId('split-place');
    this.seam = page.getByTestId('split-seam');
    this.boundingTraces = page.getByTestId('bounding-traces');
    this.legend = page.getByTestId('bounding-legend');
    this.splitTop = page.getByTestId('split-axis-top');
    this.searchTimes = page.getByTestId('search-times');
    this.marks = page.getByTestId('crossing-marks').getByRole('button');
  }

  /** Waits until the crossings of so many lines were found. */
  async show(crossings: number): Promise<void> {
    await expect(this.#page.getByRole('button', { name: 'Crossings', exact: true })).toBeEnabled();
    await this.#page.keyboard.press('r');
    await expect(this.count).toHaveAttribute('data-count', String(crossings));
  }

  /** Line 1, line 2, X, Y and the traces of a row, as they stand there. */
  async rowAt(index: number): Promise<readonly string[]> {
    const cells = await this.rows.nth(index).locator('span').allTextContents();
    return [cells[0]!, cells[1]!, cells[3]!, cells[4]!, cells[5]!, cells[6]!];
  }

  /** X, Y and the bounding traces of all rows, scrolled through. */
  async allRows(): Promise<readonly (readonly string[])[]> {
    const rows = new Map<string, readonly string[]>();
    await this.list.press('Home');
    const height = await this.list.evaluate((element) => element.scrollHeight);
    const step = await this.list.evaluate((element) => element.clientHeight);
    for (let top = 0; top < height; top += step) {
      await this.list.evaluate((element, at) => (element.scrollTop = at), top);
      await this.#page.waitForTimeout(60);
      const count = await this.rows.count();
      for (let k = 0; k < count; k += 1) {
        const row = await this.rowAt(k);
        rows.set(row.join(' '), row);
      }
    }
    return [...rows.values()];
  }

  async sortBy(column: string): Promise<void> {
    await this.panel.getByRole('button', { name: new RegExp(`^(Sort by )?${column}(, sorted .*)?$`) }).click();
  }

  /** Both pictures of the split section are on the screen, with their bounding traces. */
  async splitShown(): Promise<void> {
    await expect(this.split).toBeVisible();
    await expect(this.#page.getByTestId('split-canvas')).toHaveAttribute('data-shown-request-id', /\d/);
    await expect(this.boundingTraces).toHaveAttribute('data-trace-count', '4');
  }

  /** What a document that is saved holds. */
  async export(offer: ExportOffer): Promise<Buffer> {
    await this.panel.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([
      this.#page.waitForEvent('download'),
      this.#page.getByRole('menuitem', { name: offer, exact: true }).click(),
    ]);
    return await readFile(await download.path());
  }

  async import(name: string, bytes: Buffer): Promise<void> {
    const mimeType = 'application/octet-stream';
    await this.#page.getByTestId('import-document').setInputFiles({ name, mimeType, buffer: bytes });
  }
}
