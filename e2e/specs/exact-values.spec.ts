/** Samples that float32 cannot hold: drawn rounded, told to their last digit. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSegy, gridTraces } from '../../electron/formats/segy/test-segy-builder.ts';
import type { TestSample } from '../../electron/formats/segy/test-sample-words.ts';
import { runFolder } from '../fixtures/run-files.ts';
import { expect, test } from '../fixtures/test.ts';
import { ViewerPage } from '../pages/viewer.ts';

const INLINES = 8;
const CROSSLINES = 10;
const SAMPLES = 20;
const MIDDLE = { across: 6, down: 12 };

interface Case {
  readonly name: string;
  readonly format: number;
  readonly littleEndian: boolean;
  readonly sampleAt: (inline: number, crossline: number, sample: number) => TestSample;
  /** As the page writes it. */
  readonly textOf: (sample: TestSample) => string;
}

const CASES: readonly Case[] = [
  {
    name: '64-bit integers',
    format: 9,
    littleEndian: false,
    sampleAt: (i, j, k) => -(2n ** 62n) - BigInt(10_000 * i + 100 * j + k),
    textOf: (sample) => String(sample).replace('-', '−'),
  },
  {
    name: '8-byte floats, little-endian',
    format: 6,
    littleEndian: true,
    sampleAt: (i, j, k) => 1 / (1 + 10_000 * i + 100 * j + k),
    textOf: (sample) => String(sample).replace('-', '−'),
  },
];

for (const { name, format, littleEndian, sampleAt, textOf } of CASES) {
  test(`the status bar tells ${name} exactly once the pointer rests`, async ({ open }) => {
    const path = join(runFolder(), `exact-${format}.sgy`);
    const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
    const traces = gridTraces({ inlines: numbers(INLINES), crosslines: numbers(CROSSLINES), sampleCount: SAMPLES });
    const stored = traces.map(({ words }, trace) => ({
      words,
      samples: Array.from({ length: SAMPLES }, (_, k) =>
        sampleAt(Math.floor(trace / CROSSLINES), trace % CROSSLINES, k),
      ),
    }));
    await writeFile(path, buildSegy({ traces: stored, format, littleEndian }));

    // Numbers made for their digits look like another format's; a survey's do not.
    const { page } = await open({ files: [path], args: ['--format', String(format)] });
    const { section, position, cursor } = new ViewerPage(page);
    await section.settled();
    const amplitude = async (): Promise<string | undefined> =>
      (await cursor.texts()).find(([what]) => what === 'Amplitude')?.[1];
    const inlineSize = { across: CROSSLINES, down: SAMPLES };
    await section.showing(() => position.type('inline', 2));
    await section.pointAt(MIDDLE, inlineSize);
    await expect.poll(amplitude).toBe(textOf(sampleAt(1, MIDDLE.across, MIDDLE.down)));

    // The pointer rests, and another plane comes under it.
    await section.showing(() => position.type('inline', 7));
    await expect.poll(amplitude).toBe(textOf(sampleAt(6, MIDDLE.across, MIDDLE.down)));
    const bar = (await page.locator('footer').boundingBox())!;
    const readout = (await cursor.bar.boundingBox())!;
    expect(readout.x + readout.width).toBeLessThanOrEqual(bar.x + bar.width);
  });
}
