/** The tie panel (key Y): two traces where their lines cross. */
import { expect, type Locator, type Page } from '@playwright/test';

type Plot = 'traces' | 'difference' | 'costs' | 'shift' | 'correlation';

export class TiePanelPage {
  readonly panel: Locator;
  readonly place: Locator;
  readonly timeAxis: Locator;
  readonly lagAxis: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.panel = page.getByTestId('tie-panel');
    this.place = page.getByTestId('tie-place');
    this.timeAxis = page.getByTestId('tie-time-axis');
    this.lagAxis = page.getByTestId('tie-lag-axis');
  }

  /** What was asked last is on the screen. */
  async read(): Promise<void> {
    await expect(this.panel).toHaveAttribute('data-status', 'read');
  }

  /** The figure as a number. */
  async figure(id: 'shift' | 'phase' | 'gain' | 'quality'): Promise<number> {
    const text = await this.panel.locator(`[data-figure="${id}"] dd`).textContent();
    return Number.parseFloat(text!.replace('−', '-'));
  }

  async type(field: 'Gate from, ms' | 'Gate to, ms' | 'Largest shift, ms', value: number): Promise<void> {
    const input = this.panel.getByRole('textbox', { name: field });
    await input.fill(String(value));
    await input.press('Enter');
    await input.blur();
  }

  /**
   * In each row of a plot, the mean place across of the pixels that have a design token's colour, as a share of the width; null
   * where there are none. Pixels that are blended with others do not count.
   */
  async marksAcross(plot: Plot, token: string): Promise<readonly (number | null)[]> {
    return await this.#page.getByTestId(`tie-${plot}`).evaluate((element, name) => {
      const canvas = element as HTMLCanvasElement;
      const { width, height } = canvas;
      // Copies: Chromium warns of canvases that are read more than once.
      const copied = (of: number, down: number, draw: (context: OffscreenCanvasRenderingContext2D) => void) => {
        const context = new OffscreenCanvas(of, down).getContext('2d', { willReadFrequently: true })!;
        draw(context);
        return context.getImageData(0, 0, of, down).data;
      };
      const wanted = copied(1, 1, (context) => {
        context.fillStyle = getComputedStyle(canvas).getPropertyValue(name);
        context.fillRect(0, 0, 1, 1);
      });
      const data = copied(width, height, (context) => context.drawImage(canvas, 0, 0));
      const isWanted = (at: number): boolean =>
        data[at + 3]! > 200 && [0, 1, 2].every((channel) => Math.abs(data[at + channel]! - wanted[channel]!) < 24);
      return Array.from({ length: height }, (_, y) => {
        let [sum, count] = [0, 0];
        for (let x = 0; x < width; x += 1) {
          if (!isWanted(4 * (y * width + x))) continue;
          sum += x + 0.5;
          count += 1;
        }
        return count === 0 ? null : sum / count / width;
      });
    }, token);
  }
}
