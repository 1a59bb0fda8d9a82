/** The base map: its canvas, toolbar and readout, and where a place on the ground is on the page. */
import { expect, type Locator, type Page } from '@playwright/test';
import { pixelsOf, type Pixels } from '../fixtures/pixels.ts';
import { nextFrames } from './frames.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
}

export class MapViewPage {
  readonly canvas: Locator;
  readonly toolbar: Locator;
  readonly readout: Locator;
  /** The linked cursor. */
  readonly ring: Locator;
  readonly legend: Locator;
  readonly absent: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.canvas = page.getByTestId('map-canvas');
    this.toolbar = page.getByRole('toolbar', { name: 'Map' });
    this.readout = page.getByTestId('map-readout');
    this.ring = this.canvas.locator('xpath=following-sibling::div').locator('circle');
    this.legend = page.getByRole('list', { name: 'Surveys on the map' });
    this.absent = page.getByRole('button', { name: /not on the map$/ });
  }

  async show(): Promise<void> {
    await this.#page.getByRole('tab', { name: 'Map', exact: true }).click();
    await this.settled();
  }

  /** Waits until nothing has been drawn for a while: the map rests, its names stand. */
  async settled(): Promise<void> {
    await expect(this.canvas).toBeVisible();
    await expect.poll(() => this.#view()).not.toBeNull();
    const drawn = () => this.canvas.getAttribute('data-drawn-frames');
    let last = await drawn();
    for (let unchangedSinceMs = Date.now(); Date.now() - unchangedSinceMs < 400;) {
      await this.#page.waitForTimeout(50);
      const now = await drawn();
      if (now !== last) unchangedSinceMs = Date.now();
      last = now;
    }
  }

  async unitsPerPixel(): Promise<number> {
    return (await this.#view())!.unitsPerPixel;
  }

  /** CSS pixels on the canvas. */
  async onCanvas({ x, y }: Place): Promise<Place> {
    const { centre, unitsPerPixel } = (await this.#view())!;
    const { width, height } = (await this.canvas.boundingBox())!;
    return { x: width / 2 + (x - centre.x) / unitsPerPixel, y: height / 2 - (y - centre.y) / unitsPerPixel };
  }

  async pointAt(place: Place): Promise<void> {
    const at = await this.#onPage(place);
    await this.#page.mouse.move(at.x, at.y);
  }

  async click(place: Place, modifiers: readonly ('Control' | 'Shift')[] = []): Promise<void> {
    await this.pointAt(place);
    for (const key of modifiers) await this.#page.keyboard.down(key);
    await this.#page.mouse.down();
    await this.#page.mouse.up();
    for (const key of modifiers) await this.#page.keyboard.up(key);
  }

  async doubleClick(place: Place): Promise<void> {
    const at = await this.#onPage(place);
    await this.#page.mouse.dblclick(at.x, at.y);
  }

  /** Shift and drag. */
  async drawBox(from: Place, to: Place): Promise<void> {
    await this.pointAt(from);
    await this.#page.keyboard.down('Shift');
    await this.#page.mouse.down();
    const end = await this.#onPage(to);
    await this.#page.mouse.move(end.x, end.y, { steps: 4 });
    await this.#page.mouse.up();
    await this.#page.keyboard.up('Shift');
  }

  /** The map alone, without a pointer over it. */
  async pixels(): Promise<Pixels> {
    await this.#page.mouse.move(0, 0);
    await nextFrames(this.#page);
    return pixelsOf(this.canvas);
  }

  async #onPage(place: Place): Promise<Place> {
    const box = (await this.canvas.boundingBox())!;
    const at = await this.onCanvas(place);
    return { x: box.x + at.x, y: box.y + at.y };
  }

  async #view() {
    const text = (await this.canvas.getAttribute('data-view')) ?? '';
    if (text === '') return null;
    const [x, y, unitsPerPixel] = text.split(' ').map(Number);
    return { centre: { x: x!, y: y! }, unitsPerPixel: unitsPerPixel! };
  }
}
