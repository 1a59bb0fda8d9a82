/** The 3D view: its canvas, the marker of the linked cursor, and where its planes are. */
import { expect, type Locator, type Page } from '@playwright/test';

export interface PointOnPage {
  readonly x: number;
  readonly y: number;
}

export class SceneViewPage {
  readonly canvas: Locator;
  /** The linked cursor. */
  readonly marker: Locator;
  readonly toolbar: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.canvas = page.getByTestId('scene-canvas');
    this.marker = this.canvas.locator('xpath=following-sibling::div').locator('circle');
    this.toolbar = page.getByRole('toolbar', { name: '3D view' });
  }

  async shownId(): Promise<number> {
    return Number((await this.canvas.getAttribute('data-shown-request-id')) ?? 0);
  }

  async lookFrom(title: string): Promise<void> {
    await this.toolbar.getByRole('combobox', { name: 'Look from' }).click();
    await this.#page.getByRole('option', { name: title, exact: true }).click();
  }

  /** Moves the pointer to a place where it is over a plane. */
  async pointAtPlane(): Promise<PointOnPage> {
    const box = (await this.canvas.boundingBox())!;
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    for (const share of [0, 0.04, -0.04, 0.08, -0.08, 0.12, -0.12]) {
      const point = { x: middle.x + share * box.width, y: middle.y + share * box.height };
      await this.#page.mouse.move(point.x, point.y);
      if ((await this.canvas.evaluate((canvas) => canvas.style.cursor)) === 'grab') return point;
    }
    expect(null, 'a place where the pointer is over a plane').not.toBeNull();
    return middle;
  }
}
