/** What stands on the screen is what stands in the file: pixels, and the values under the pointer, against the file's bytes. */
import { NO_DATA_REASON, findDataFolder } from '../fixtures/checkout.ts';
import { openRawCube, type RawCube, type RawCubeDescription } from '../fixtures/raw-cube.ts';
import { crosslineOf, initialClip, inlineOf, timeSliceOf, wrongCells } from '../fixtures/section-colours.ts';
import { f3, sampleCube, volve } from '../fixtures/survey-files.ts';
import { expect, test } from '../fixtures/test.ts';
import { timeSliceMapOf } from '../fixtures/time-slice-map.ts';
import { ViewerPage } from '../pages/viewer.ts';

interface Case {
  readonly name: string;
  readonly describe: () => RawCubeDescription;
  readonly isReal: boolean;
  readonly firstInline: number;
  readonly firstCrossline: number;
  readonly lineStep: number;
  /** Of the vertical axis, in its own unit. */
  readonly firstSample: number;
  readonly sampleStep: number;
  /** What the page calls a horizontal slice. */
  readonly vertical: 'Time' | 'Sample';
}

const CASES: readonly Case[] = [
  {
    name: 'the sample, IBM floats',
    describe: sampleCube,
    isReal: false,
    firstInline: 1201,
    firstCrossline: 3401,
    lineStep: 1,
    firstSample: 0,
    sampleStep: 4,
    vertical: 'Time',
  },
  {
    name: 'F3, 16-bit integers',
    describe: f3,
    isReal: true,
    firstInline: 111,
    firstCrossline: 875,
    lineStep: 1,
    firstSample: 4,
    sampleStep: 4,
    vertical: 'Sample',
  },
  {
    name: 'Volve, IEEE floats, every fourth line',
    describe: volve,
    isReal: true,
    firstInline: 10087,
    firstCrossline: 2148,
    lineStep: 4,
    firstSample: 0,
    sampleStep: 20,
    vertical: 'Sample',
  },
];

/** Files round coordinates to decimetres and more; the page computes them from a plane fitted to all traces. */
const COORDINATE_TOLERANCE = 0.3;

for (const described of CASES) {
  const { name, describe, isReal, firstInline, firstCrossline, lineStep, firstSample, sampleStep, vertical } =
    described;

  test(`slices have the colours of the file's samples, and the cursor its values (${name})`, async ({ open, host }) => {
    test.skip(isReal && findDataFolder() === null, NO_DATA_REASON);
    test.skip(host === 'electron', 'reads the statistics through the local host’s address');
    const file = openRawCube(describe());
    const { page, localHost } = await open({ files: [file.path] });
    const { section, position, display, cursor, scene } = new ViewerPage(page);
    await section.settled();
    await display.chooseColormap('Petrel-like');
    await display.setInterpolation('Exact');
    const clip = await initialClip(localHost!.address, file.path);
    const look = { display: { clip, gain: 1, polarity: 1 }, colormap: 'petrel' } as const;

    /** What the cursor must say at 0-based indices. */
    const expectValues = async (inline: number, crossline: number, sample: number): Promise<void> => {
      await expect
        .poll(() => cursor.values())
        .toMatchObject({
          inline: firstInline + inline * lineStep,
          crossline: firstCrossline + crossline * lineStep,
          vertical: firstSample + sample * sampleStep,
        });
      const { x, y, amplitude } = await cursor.values();
      const world = file.worldOf(inline, crossline);
      expect(Math.abs(x! - world.x)).toBeLessThan(COORDINATE_TOLERANCE);
      expect(Math.abs(y! - world.y)).toBeLessThan(COORDINATE_TOLERANCE);
      expect(amplitude).toBeCloseTo(writtenAmplitude(file.sampleFormat, file.sampleAt(inline, crossline, sample)), 10);
      await expect(section.crosshair.first()).toBeVisible();
      await expect(scene.marker).toBeVisible();
    };

    for (const index of [7, file.inlines - 1]) {
      await section.showing(() => position.type('inline', firstInline + index * lineStep));
      const pixels = await section.pixels();
      expect(wrongCells(pixels, { ...inlineOf(file, index), ...look }), `inline index ${index}`).toEqual([]);
    }
    await section.pointAt({ across: 3, down: file.samples - 5 }, inlineOf(file, 0));
    await expectValues(file.inlines - 1, 3, file.samples - 5);

    await section.choosePlane('Crossline');
    for (const index of [1, file.crosslines - 1]) {
      await section.showing(() => position.type('crossline', firstCrossline + index * lineStep));
      const pixels = await section.pixels();
      expect(wrongCells(pixels, { ...crosslineOf(file, index), ...look }), `crossline index ${index}`).toEqual([]);
    }

    await section.choosePlane(vertical);
    const strongest = strongestSample(file);
    for (const index of [strongest, file.samples - 1]) {
      await section.showing(() => position.type('sample', firstSample + index * sampleStep));
      const pixels = await section.pixels();
      expect(wrongCells(pixels, { ...timeSliceOf(file, index), ...look }), `horizontal slice ${index}`).toEqual([]);
    }
    const map = timeSliceMapOf(file);
    await section.pointAt({ across: 2, down: 4 }, map);
    const { inline, crossline } = map.linesAt(2, 4);
    await expectValues(inline, crossline, file.samples - 1);
  });
}

/** The sample index with the largest amplitude in the cube's first trace: a slice with something to see. */
function strongestSample(file: RawCube): number {
  const amplitudes = Array.from({ length: file.samples }, (_, sample) => Math.abs(file.sampleAt(0, 0, sample)));
  return amplitudes.indexOf(Math.max(...amplitudes));
}

/** The page writes integers in full and four significant digits of floats. */
const writtenAmplitude = (format: RawCube['sampleFormat'], amplitude: number): number =>
  format === 'int16' ? amplitude : Number(amplitude.toPrecision(4));
