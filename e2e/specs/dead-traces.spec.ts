/** Traces that their headers call dead are visibly absent; their stored values stay readable. */
import { copyFile, open as openFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openRawCube } from '../fixtures/raw-cube.ts';
import { runFolder } from '../fixtures/run-files.ts';
import { initialClip, inlineOf, timeSliceOf, wrongCells } from '../fixtures/section-colours.ts';
import { sampleCube } from '../fixtures/survey-files.ts';
import { expect, test } from '../fixtures/test.ts';
import { ViewerPage } from '../pages/viewer.ts';

/** 0-based crosslines that are dead on every inline. */
const isDead = (crossline: number): boolean => crossline >= 20 && crossline < 30;

/** A copy of the sample whose traces there have the trace identification code 2, dead (bytes 29-30 of the trace header). */
async function writeDeadTraces(path: string): Promise<void> {
  const { path: source, inlines, crosslines, samples } = sampleCube();
  await copyFile(source, path);
  const file = await openFile(path, 'r+');
  try {
    for (let trace = 0; trace < inlines * crosslines; trace += 1) {
      if (isDead(trace % crosslines)) await file.write(Buffer.of(0, 2), 0, 2, 3600 + trace * (240 + samples * 4) + 28);
    }
  } finally {
    await file.close();
  }
}

test('dead traces are drawn as absent, in sections and in time slices, and the cursor says so', async ({
  open,
  host,
}) => {
  test.skip(host === 'electron', 'reads the statistics through the local host’s address');
  const path = join(runFolder(), 'dead.sgy');
  await writeDeadTraces(path);
  const cube = openRawCube({ ...sampleCube(), path });
  const { page, localHost } = await open({ files: [path] });
  const { section, position, display, cursor } = new ViewerPage(page);
  await section.settled();
  await display.setInterpolation('Exact');
  const clip = await initialClip(localHost!.address, path);
  const look = { display: { clip, gain: 1, polarity: 1 }, colormap: 'grey' } as const;
  const shown = {
    ...cube,
    sampleAt: (...at: [number, number, number]) => (isDead(at[1]) ? NaN : cube.sampleAt(...at)),
  };

  await section.showing(() => position.type('inline', 1201 + 42));
  expect(wrongCells(await section.pixels(), { ...inlineOf(shown, 42), ...look })).toEqual([]);
  await section.pointAt({ across: 25, down: 200 }, inlineOf(shown, 42));
  await expect(cursor.bar).toContainText('(dead trace)');

  await section.choosePlane('Time');
  await section.showing(() => position.type('sample', 200 * 4));
  expect(wrongCells(await section.pixels(), { ...timeSliceOf(shown, 200), ...look })).toEqual([]);
});
