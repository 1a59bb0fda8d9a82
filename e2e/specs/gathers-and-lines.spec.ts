/** Gathers by offset, one at a time and stacked; 2D lines with their numbers; several lines in one file. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSegy, type TestTrace } from '../../electron/formats/segy/test-segy-builder.ts';
import { NO_DATA_REASON, findDataFolder } from '../fixtures/checkout.ts';
import { openRawTraces } from '../fixtures/raw-traces.ts';
import { runFolder } from '../fixtures/run-files.ts';
import { initialClip, tracesOf, wrongCells } from '../fixtures/section-colours.ts';
import { shotGather, smallGathers, volveLine } from '../fixtures/survey-files.ts';
import { expect, test } from '../fixtures/test.ts';
import { ViewerPage } from '../pages/viewer.ts';

const lookOf = (clip: number) => ({ display: { clip, gain: 1, polarity: 1 }, colormap: 'grey' }) as const;

const SAMPLES = 12;

/** A test's own file, and where its clip comes from. */
async function written(name: string, traces: readonly TestTrace[]): Promise<string> {
  const path = join(runFolder(), name);
  await writeFile(path, buildSegy({ traces }));
  return path;
}

test('gathers show the offset that is chosen, one gather, and their stack (small-ps)', async ({ open, host }) => {
  test.skip(findDataFolder() === null, NO_DATA_REASON);
  test.skip(host === 'electron', 'reads the statistics through the local host’s address');
  const file = openRawTraces(smallGathers());
  const { page, localHost } = await open({ files: [file.path] });
  const { section, position, display, cursor, choice, scene } = new ViewerPage(page);
  await section.settled();
  await expect(scene.canvas).toBeVisible();
  await display.setInterpolation('Exact');
  const clip = await initialClip(localHost!.address, file.path);

  // Inline by inline, crossline by crossline, two offsets each: 4 x 3 x 2 traces of 10 samples.
  const traceOf = (inline: number, crossline: number, offset: number): number =>
    ((inline - 1) * 3 + crossline - 1) * 2 + offset - 1;
  const inline3 = (amplitudeAt: (crossline: number, sample: number) => number) => ({
    across: 3,
    down: file.samples,
    amplitudeAt: (across: number, down: number) => amplitudeAt(across + 1, down),
    ...lookOf(clip),
  });

  await section.showing(() => position.type('inline', 4));
  await section.showing(() => position.type('inline', 3));
  for (const offset of [2, 1]) {
    await section.showing(() => choice.typeOffset(offset));
    const picture = inline3((crossline, sample) => file.sampleAt(traceOf(3, crossline, offset), sample));
    expect(wrongCells(await section.pixels(), picture), `offset ${offset}`).toEqual([]);
  }

  await section.showing(() => choice.choose('Stack'));
  const mean = (crossline: number, sample: number): number =>
    [1, 2].reduce((sum, offset) => sum + file.sampleAt(traceOf(3, crossline, offset), sample), 0) / 2;
  const stack = inline3(mean);
  expect(wrongCells(await section.pixels(), stack)).toEqual([]);
  await section.pointAt({ across: 1, down: 5 }, stack);
  await expect.poll(async () => (await cursor.values()).amplitude).toBeCloseTo(Number(mean(2, 5).toPrecision(4)), 6);

  // Its picture has been there since the crossline last moved.
  await section.choosePlane('Gather');
  await expect(section.canvas).toHaveAttribute('aria-label', 'Section: Gather at 3, 2');
  const gather = {
    across: 2,
    down: file.samples,
    amplitudeAt: (across: number, down: number) => file.sampleAt(traceOf(3, 2, across + 1), down),
  };
  await expect.poll(async () => wrongCells(await section.pixels(), { ...gather, ...lookOf(clip) })).toEqual([]);
  await section.pointAt({ across: 1, down: 4 }, gather);
  await expect.poll(() => cursor.values()).toMatchObject({ inline: 3, crossline: 2, offset: 2 });
  // From gather to gather along the inline.
  await section.showing(() => page.keyboard.press('ArrowRight'));
  await expect(section.canvas).toHaveAttribute('aria-label', 'Section: Gather at 3, 3');
});

test('shots without line numbers are seen one by one, and end where they end (shot-gather)', async ({ open, host }) => {
  test.skip(findDataFolder() === null, NO_DATA_REASON);
  test.skip(host === 'electron', 'reads the statistics through the local host’s address');
  const file = openRawTraces(shotGather());
  const tracesOfRecord = new Map<number, number[]>();
  for (let trace = 0; trace < file.traceCount; trace += 1) {
    const record = file.recordOf(trace);
    tracesOfRecord.set(record, [...(tracesOfRecord.get(record) ?? []), trace]);
  }
  const fold = Math.max(...[...tracesOfRecord.values()].map(({ length }) => length));
  const { page, localHost } = await open({ files: [file.path] });
  const { section, position, display, cursor, scene } = new ViewerPage(page);
  await section.settled();
  await display.setInterpolation('Exact');
  const clip = await initialClip(localHost!.address, file.path);
  await section.choosePlane('Gather');
  await expect(scene.canvas).toHaveCount(0);
  for (const [record, traces] of tracesOfRecord) {
    await position.type('crossline', record);
    await expect(section.canvas).toHaveAttribute('aria-label', `Section: Gather ${record}`);
    const picture = {
      across: fold,
      down: file.samples,
      amplitudeAt: (across: number, down: number) =>
        across < traces.length ? file.sampleAt(traces[across]!, down) : Number.NaN,
    };
    await expect
      .poll(async () => wrongCells(await section.pixels(), { ...picture, ...lookOf(clip) }), { message: `${record}` })
      .toEqual([]);
    await section.pointAt({ across: 0, down: 3 }, picture);
    await expect.poll(() => cursor.values()).toMatchObject({ crossline: record, offset: 1 });
  }
});

test('a line has its CDP numbers above, distances below, and positions under the cursor', async ({ open, host }) => {
  test.skip(findDataFolder() === null, NO_DATA_REASON);
  test.skip(host === 'electron', 'reads the statistics through the local host’s address');
  const line = openRawTraces(volveLine());
  const { page, localHost } = await open({ files: [line.path] });
  const { section, display, cursor, choice } = new ViewerPage(page);
  await section.settled();
  await display.setInterpolation('Exact');
  await expect(section.axis('top')).toContainText('CDP');
  await expect(section.axis('bottom')).toContainText('Distance (m)');

  const last = line.traceCount - 1;
  let length = 0;
  for (let trace = 1; trace <= last; trace += 1) {
    const [from, to] = [line.worldOf(trace - 1), line.worldOf(trace)];
    length += Math.hypot(to.x - from.x, to.y - from.y);
  }
  const facts = await choice.lineFacts();
  expect(facts).toMatchObject({ Traces: String(line.traceCount), CDP: `1–${line.traceCount}` });
  expect(Number(facts['Length']!.replace(/[^\d.]/g, ''))).toBe(Math.round(length));

  const clip = await initialClip(localHost!.address, line.path);
  const picture = { ...tracesOf(line), ...lookOf(clip) };
  expect(wrongCells(await section.pixels(), picture)).toEqual([]);
  await section.pointAt({ across: 120, down: 400 }, picture);
  await expect.poll(() => cursor.values()).toMatchObject({ trace: 121, cdp: 121, shotPoint: 121 });
  const { x, y } = await cursor.values();
  const world = line.worldOf(120);
  expect(Math.abs(x! - world.x)).toBeLessThan(0.06);
  expect(Math.abs(y! - world.y)).toBeLessThan(0.06);
});

test('the lines of one file are seen one by one, however the user splits it', async ({ open, host }) => {
  test.skip(host === 'electron', 'reads the statistics through the local host’s address');
  /** Two lines in different directions, whose traces alternate in the file. */
  const amplitude = (line: number, along: number, sample: number): number =>
    (line === 0 ? 1 : -1) * (along + 1) + sample / 8;
  const traces = Array.from({ length: 80 }, (_, trace) => {
    const [line, along] = [trace % 2, Math.floor(trace / 2)];
    return {
      words: {
        21: 100 + along,
        181: line === 0 ? 500_000 + 25 * along : 510_000 + 20 * along,
        185: line === 0 ? 6_000_000 : 6_010_000 + 15 * along,
        189: 7 + line,
      },
      samples: Array.from({ length: SAMPLES }, (_, sample) => amplitude(line, along, sample)),
    };
  });
  const path = await written('two-lines.sgy', traces);
  const { page, localHost } = await open({ files: [path] });
  const { section, display, cursor, choice } = new ViewerPage(page);
  await section.settled();
  await display.setInterpolation('Exact');
  const clip = await initialClip(localHost!.address, path);
  const lineOf = (line: number) => ({
    across: 40,
    down: SAMPLES,
    amplitudeAt: (across: number, down: number) => amplitude(line, across, down),
    ...lookOf(clip),
  });

  expect(await choice.lineFacts()).toMatchObject({ Traces: '40', CDP: '100–139' });
  expect(wrongCells(await section.pixels(), lineOf(0))).toEqual([]);
  await section.showing(() => choice.chooseLine('Line 8'));
  expect(wrongCells(await section.pixels(), lineOf(1))).toEqual([]);
  await section.pointAt({ across: 10, down: 3 }, lineOf(1));
  await expect.poll(() => cursor.values()).toMatchObject({ trace: 11, cdp: 110, x: 510_200, y: 6_010_150 });

  await section.showing(() => choice.splitBy('One line'));
  await expect.poll(() => choice.lineFacts()).toMatchObject({ Traces: '80' });
  const whole = {
    across: 80,
    down: SAMPLES,
    amplitudeAt: (across: number, down: number) => amplitude(across % 2, Math.floor(across / 2), down),
  };
  expect(wrongCells(await section.pixels(), { ...whole, ...lookOf(clip) })).toEqual([]);
  await section.showing(() => choice.splitBy('Inline number'));
  await expect.poll(() => choice.lineFacts()).toMatchObject({ Traces: '40' });
});
