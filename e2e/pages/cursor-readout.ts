/** What the status bar says of the place under the pointer. */
import { expect, type Locator, type Page } from '@playwright/test';

export interface CursorValues {
  readonly inline: number;
  readonly crossline: number;
  readonly trace: number;
  readonly cdp: number;
  readonly shotPoint: number;
  readonly offset: number;
  readonly x: number;
  readonly y: number;
  /** Milliseconds or metres. */
  readonly vertical: number;
  readonly amplitude: number;
}

const NAMES: Readonly<Record<string, keyof CursorValues>> = {
  Inline: 'inline',
  Crossline: 'crossline',
  Trace: 'trace',
  CDP: 'cdp',
  'Shot point': 'shotPoint',
  Offset: 'offset',
  'Trace of gather': 'offset',
  'Field record': 'crossline',
  X: 'x',
  Y: 'y',
  Time: 'vertical',
  Depth: 'vertical',
  Sample: 'vertical',
  Amplitude: 'amplitude',
};

export class CursorReadoutPage {
  readonly bar: Locator;

  constructor(page: Page) {
    this.bar = page.getByTestId('cursor-readout');
  }

  /** Names and values as they are written. */
  async texts(): Promise<readonly (readonly [name: string, value: string])[]> {
    await expect(this.bar).toBeVisible();
    const names = await this.bar.locator('dt').allTextContents();
    const values = await this.bar.locator('dd').allTextContents();
    return names.map((name, index) => [name, values[index]!] as const);
  }

  /** As numbers; what is not written is absent, what is no number is NaN. */
  async values(): Promise<Partial<CursorValues>> {
    const entries = (await this.texts()).map(([name, text]) => [NAMES[name]!, numberIn(text)] as const);
    return Object.fromEntries(entries);
  }
}

/** The page writes a true minus sign, and a unit behind a time. */
const numberIn = (text: string): number => Number(text.replaceAll('−', '-').replace(/ (ms|m)$/, ''));
