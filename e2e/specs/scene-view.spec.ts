/** Planes are moved where they stand, in 3D, and the section follows. */
import { sampleCube } from '../fixtures/survey-files.ts';
import { expect, test } from '../fixtures/test.ts';
import { ViewerPage } from '../pages/viewer.ts';

const ORIENTATIONS = ['inline', 'crossline', 'sample'] as const;
const STEPS = { inline: 1, crossline: 1, sample: 4 } as const;

test('a plane in 3D is made active by a click, moved by a drag and stepped by Shift and the wheel', async ({
  open,
}) => {
  const { page } = await open({ files: [sampleCube().path] });
  const { section, scene, position, cursor } = new ViewerPage(page);
  await section.settled();
  const values = async () =>
    Object.fromEntries(
      await Promise.all(ORIENTATIONS.map(async (name) => [name, await position.value(name)] as const)),
    );
  const movedSince = async (before: Record<string, number>) => {
    const now = await values();
    return ORIENTATIONS.filter((name) => now[name] !== before[name]);
  };
  const before = await values();

  const point = await scene.pointAtPlane();
  await expect(cursor.bar).toContainText('Amplitude');
  await expect(scene.marker).toBeVisible();
  await expect(section.crosshair.first()).toBeVisible();

  await page.keyboard.down('Shift');
  await page.mouse.wheel(0, 120);
  await page.keyboard.up('Shift');
  await expect.poll(() => movedSince(before)).toHaveLength(1);
  const [moved] = await movedSince(before);
  const stepped = await values();
  expect(Math.abs(stepped[moved!]! - before[moved!]!)).toBe(STEPS[moved!]);

  await page.mouse.click(point.x, point.y);
  await expect(position.control(moved!)).toHaveAttribute('data-active', 'true');
  await section.settled();

  const shownId = await section.shownId();
  await page.mouse.down();
  await page.mouse.move(point.x + 60, point.y + 60, { steps: 6 });
  await page.mouse.up();
  await section.settled(shownId);
  expect(await movedSince(stepped)).toEqual([moved]);
  const dragged = await position.value(moved!);
  expect(Math.abs(dragged - stepped[moved!]!)).toBeGreaterThan(2 * STEPS[moved!]);
  expect(await section.label()).toContain(String(dragged));
});
