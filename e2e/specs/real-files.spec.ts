/** What stands on the screen is what stands in the file: pixels against samples, through the colour map. */
import { NO_DATA_REASON, findDataFolder } from '../fixtures/checkout.ts';
import { openRawCube, type RawCubeDescription } from '../fixtures/raw-cube.ts';
import { crosslineOf, initialClip, inlineOf, wrongCells } from '../fixtures/section-colours.ts';
import { f3, volve } from '../fixtures/survey-files.ts';
import { expect, test } from '../fixtures/test.ts';
import { ViewerPage } from '../pages/viewer.ts';

interface Case {
  readonly name: string;
  readonly describe: () => RawCubeDescription;
  readonly firstInline: number;
  readonly firstCrossline: number;
  readonly lineStep: number;
}

const CASES: readonly Case[] = [
  { name: 'F3, 16-bit integers', describe: f3, firstInline: 111, firstCrossline: 875, lineStep: 1 },
  {
    name: 'Volve, IEEE floats, every fourth line',
    describe: volve,
    firstInline: 10087,
    firstCrossline: 2148,
    lineStep: 4,
  },
];

test.skip(findDataFolder() === null, NO_DATA_REASON);

for (const { name, describe, firstInline, firstCrossline, lineStep } of CASES) {
  test(`sections of a real file have the colours of its samples (${name})`, async ({ open, host }) => {
    test.skip(host === 'electron', 'reads the statistics through the local host’s address');
    const file = openRawCube(describe());
    const { page, localHost } = await open({ files: [file.path] });
    const viewer = new ViewerPage(page);
    await viewer.section.settled();
    await viewer.display.chooseColormap('Petrel-like');
    await viewer.display.setInterpolation('Exact');

    const clip = await initialClip(localHost!.address, file.path);
    const look = { display: { clip, gain: 1, polarity: 1 }, colormap: 'petrel' } as const;

    for (const index of [0, 7, file.inlines - 1]) {
      await viewer.position.type('inline', firstInline + index * lineStep);
      await viewer.section.settled();
      const pixels = await viewer.section.pixels();
      expect(wrongCells(pixels, { ...inlineOf(file, index), ...look }), `inline index ${index}`).toEqual([]);
    }

    await viewer.section.choosePlane('Crossline');
    for (const index of [1, file.crosslines - 1]) {
      await viewer.position.type('crossline', firstCrossline + index * lineStep);
      await viewer.section.settled();
      const pixels = await viewer.section.pixels();
      expect(wrongCells(pixels, { ...crosslineOf(file, index), ...look }), `crossline index ${index}`).toEqual([]);
    }
  });
}
