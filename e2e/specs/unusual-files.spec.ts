/** Files that are no regular cube: gaps, lines, gathers, long traces, names in other scripts. */
import { NO_DATA_REASON, findDataFolder } from '../fixtures/checkout.ts';
import { differingShare } from '../fixtures/pixels.ts';
import { openRawCube } from '../fixtures/raw-cube.ts';
import { openRawTraces } from '../fixtures/raw-traces.ts';
import { initialClip, inlineOf, tracesOf, wrongCells } from '../fixtures/section-colours.ts';
import { chineseName, f3WithGaps, longTraces, volveLine } from '../fixtures/survey-files.ts';
import { expect, test } from '../fixtures/test.ts';
import { ViewerPage } from '../pages/viewer.ts';

test.skip(findDataFolder() === null, NO_DATA_REASON);

const lookOf = (clip: number) => ({ display: { clip, gain: 1, polarity: 1 }, colormap: 'grey' }) as const;

test('positions without a trace are drawn as such, and the cursor says so', async ({ open, host }) => {
  test.skip(host === 'electron', 'reads the statistics through the local host’s address');
  const traces = openRawTraces(f3WithGaps());
  const traceAt = new Map(
    Array.from({ length: traces.traceCount }, (_, trace) => {
      const { inline, crossline } = traces.linesOf(trace);
      return [`${inline} ${crossline}`, trace] as const;
    }),
  );
  const { page, localHost } = await open({ files: [traces.path] });
  const { section, position, display, cursor, tree } = new ViewerPage(page);
  await section.settled();
  await display.setInterpolation('Exact');
  const inline = await position.value('inline');

  const isAbsent = (across: number): boolean => !traceAt.has(`${inline} ${875 + across}`);
  const picture = {
    across: 18,
    down: traces.samples,
    amplitudeAt: (across: number, down: number) => {
      const trace = traceAt.get(`${inline} ${875 + across}`);
      return trace === undefined ? NaN : traces.sampleAt(trace, down);
    },
  };
  const absent = Array.from({ length: 18 }, (_, across) => across).filter(isAbsent);
  expect(absent.length).toBeGreaterThan(0);
  expect(absent.length).toBeLessThan(18);
  const clip = await initialClip(localHost!.address, traces.path);
  expect(wrongCells(await section.pixels(), { ...picture, ...lookOf(clip) })).toEqual([]);

  await section.pointAt({ across: absent[0]!, down: 10 }, picture);
  await expect(cursor.bar).toContainText('no trace');
  expect((await tree.findings('f3-withdead')).join()).toContain('175');
});

test('lines and very long traces open as sections, with the finding that says so', async ({ open, host }) => {
  test.skip(host === 'electron', 'reads the statistics through the local host’s address');
  const files = [
    {
      ...volveLine(),
      firstSample: 4,
      sampleStep: 4,
      hasPlace: true,
      finding: /2D line, not a cube\.[^]*shown as a section along the line/,
    },
    {
      ...longTraces(),
      firstSample: 0,
      sampleStep: 1,
      hasPlace: false,
      finding: /show no cube\.[^]*shown as a section by trace number/,
    },
  ];
  const { page, localHost } = await open({ files: files.map(({ path }) => path) });
  const { section, display, cursor, tree, scene } = new ViewerPage(page);
  await expect(tree.surveys).toHaveCount(files.length);
  await section.settled();
  await display.setInterpolation('Exact');
  for (const file of files) {
    const traces = openRawTraces(file);
    const name = file.path.split('/').at(-1)!;
    await tree.activate(name);
    await expect(section.canvas).toHaveAttribute('aria-label', 'Section: Trace 1');
    await section.settled();
    const clip = await initialClip(localHost!.address, file.path);
    await expect
      .poll(async () => wrongCells(await section.pixels(), { ...tracesOf(traces), ...lookOf(clip) }), { message: name })
      .toEqual([]);

    const middle = { across: Math.floor(traces.traceCount / 2), down: Math.floor(traces.samples / 2) };
    await section.pointAt(middle, tracesOf(traces));
    await expect.poll(() => cursor.values()).toMatchObject({ trace: middle.across + 1 });
    const { vertical, amplitude } = await cursor.values();
    const sample = (vertical! - file.firstSample) / file.sampleStep;
    expect(Math.abs(sample - middle.down)).toBeLessThanOrEqual(traces.samples / 400);
    expect(amplitude).toBeCloseTo(Number(traces.sampleAt(middle.across, sample).toPrecision(4)), 10);
    expect((await tree.findings(name)).join('\n')).toMatch(file.finding);
    // A line stands in 3D by itself; traces without a place do not.
    await expect(scene.canvas).toHaveCount(file.hasPlace ? 1 : 0);
    await expect(page.getByText('is no cube, so it has no place in 3D')).toHaveCount(file.hasPlace ? 0 : 1);
  }
});

test('a cube whose name is not ASCII opens, and its name is shown', async ({ open, host }) => {
  test.skip(host === 'electron', 'reads the statistics through the local host’s address');
  const cube = openRawCube(chineseName());
  const { page, localHost } = await open({ files: [cube.path] });
  const { section, position, display, tree } = new ViewerPage(page);
  await expect(tree.survey('小文件.sgy')).toBeVisible();
  await section.settled();
  await display.setInterpolation('Exact');
  await section.showing(() => position.type('inline', 5));
  const clip = await initialClip(localHost!.address, cube.path);
  const pixels = await section.pixels();
  expect(wrongCells(pixels, { ...inlineOf(cube, 4), ...lookOf(clip) })).toEqual([]);
  await display.setPolarity('Reversed');
  expect(differingShare(pixels, await section.pixels())).toBeGreaterThan(0.5);
});
