/** The base map: what it shows lies where the files say, and the pointer finds it there. */
import { groupColour, MAP_THEMES } from '../../renderer/scene/map/map-theme.ts';
import type { Pixels } from '../fixtures/pixels.ts';
import { TRACES, writeLine } from '../fixtures/crossing-lines.ts';
import { sampleCube } from '../fixtures/survey-files.ts';
import { expect, test } from '../fixtures/test.ts';
import { MapViewPage, type Place } from '../pages/map-view.ts';
import { ViewerPage } from '../pages/viewer.ts';

const WEST_EAST = { name: 'map-A-1', from: { x: 500_000, y: 6_700_000 }, to: { x: 510_000, y: 6_700_000 } };
const OBLIQUE = { name: 'map-A-2', from: { x: 502_000, y: 6_697_000 }, to: { x: 506_000, y: 6_703_000 } };
/** Between trace 40 and 41 of the first, and exactly at trace 50 of the second. */
const CROSSING = { x: 504_000, y: 6_700_000 };

const along = ({ from, to }: { readonly from: Place; readonly to: Place }, share: number): Place => ({
  x: from.x + share * (to.x - from.x),
  y: from.y + share * (to.y - from.y),
});

const distance = (a: readonly number[], b: readonly number[]): number =>
  Math.hypot(...a.map((value, k) => value - b[k]!));

/** How much of the line's way is in its colour, within a pixel beside it. */
async function drawnShare(map: MapViewPage, pixels: Pixels, line: { from: Place; to: Place }, group: number) {
  const colour = groupColour(MAP_THEMES.light, group);
  const shares = Array.from({ length: 40 }, (_, k) => (k + 0.5) / 40);
  let drawn = 0;
  for (const share of shares) {
    const { x, y } = await map.onCanvas(along(line, share));
    const around = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => pixels.rgbAt(Math.floor(x) + dx, Math.floor(y) + dy))); // prettier-ignore
    if (around.some((rgb) => distance(rgb, colour) < 110)) drawn += 1;
  }
  return drawn / shares.length;
}

test.use({ colorScheme: 'light' });

test('lines alone come up on the map, with a cube the 3D view does', async ({ open }) => {
  const { page } = await open({ files: [await writeLine(WEST_EAST)] });
  const map = new MapViewPage(page);
  await map.settled();
  await expect(map.canvas).toBeVisible();
  const withCube = await open({ files: [await writeLine(WEST_EAST), sampleCube().path] });
  await expect(new ViewerPage(withCube.page).scene.canvas).toBeVisible();
});

test('lines lie where their headers say, in the colour of their survey, and nothing lies elsewhere', async ({
  open,
}) => {
  const files = [await writeLine(WEST_EAST), await writeLine(OBLIQUE)];
  const { page } = await open({ files });
  const map = new MapViewPage(page);
  await map.show();
  const pixels = await map.pixels();
  // A mark lies over the crossing.
  for (const line of [WEST_EAST, OBLIQUE]) expect(await drawnShare(map, pixels, line, 0)).toBeGreaterThan(0.9);
  const beside = { from: { x: 500_000, y: 6_700_800 }, to: { x: 503_000, y: 6_700_800 } };
  expect(await drawnShare(map, pixels, beside, 0)).toBe(0);
  // The scale is the same both ways.
  const [a, b] = [await map.onCanvas(OBLIQUE.from), await map.onCanvas(OBLIQUE.to)];
  expect((a.y - b.y) / (b.x - a.x)).toBeCloseTo(6000 / 4000, 6);
});

test('the pointer reads the nearest trace, a click shows it in the section, and the section shows its place on the map', async ({
  open,
}) => {
  const { page } = await open({ files: [await writeLine(WEST_EAST), await writeLine(OBLIQUE)] });
  const { section, tree, choice } = new ViewerPage(page);
  const map = new MapViewPage(page);
  await map.show();
  await map.pointAt(along(WEST_EAST, 0.2));
  await expect(map.readout).toContainText('CDP1021');
  await expect(map.readout).toContainText('Trace21');
  await expect(map.readout).toContainText('X502000.0');
  await expect(map.readout).toContainText('Y6700000.0');
  // The section of that line tells the trace, and no sample of it.
  await tree.activate('map-A-1.sgy');
  await section.settled();
  await map.pointAt(along(WEST_EAST, 0.3));
  await expect.poll(async () => await section.crosshair.evaluateAll((lines) => lines.map((line) => (line as HTMLElement).hidden))).toEqual([false, true]); // prettier-ignore
  await map.pointAt({ x: 508_000, y: 6_698_000 });
  await expect(map.readout).not.toContainText('Trace');

  await map.click(along(WEST_EAST, 0.2));
  await expect(tree.survey('map-A-1.sgy')).toHaveAttribute('data-active', 'true');
  expect(await choice.lineFacts()).toMatchObject({ Traces: String(TRACES) });
  await map.click(along(OBLIQUE, 0.2));
  await expect(tree.survey('map-A-2.sgy')).toHaveAttribute('data-active', 'true');
  await section.settled();

  const box = (await section.canvas.boundingBox())!;
  await page.mouse.move(box.x + box.width * ((25.5) / TRACES), box.y + box.height / 2); // prettier-ignore
  await expect(map.ring).toBeVisible();
  const place = await map.onCanvas(along(OBLIQUE, 0.25));
  await expect.poll(async () => Number(await map.ring.getAttribute('cx'))).toBeCloseTo(place.x, 0);
  expect(Number(await map.ring.getAttribute('cy'))).toBeCloseTo(place.y, 0);
});

test('a crossing is chosen by a click, and opened by a double click', async ({ open }) => {
  const { page } = await open({ files: [await writeLine(WEST_EAST), await writeLine(OBLIQUE)] });
  const map = new MapViewPage(page);
  await map.show();
  // Its mark has a rim that no line has.
  const { rim } = MAP_THEMES.light.crossing;
  const at = await map.onCanvas(CROSSING);
  await expect
    .poll(async () => {
      const pixels = await map.pixels();
      const around = Array.from({ length: 11 }, (_, k) => pixels.rgbAt(Math.round(at.x) + k - 5, Math.round(at.y)));
      return Math.min(...around.map((rgb) => distance(rgb, rim)));
    })
    .toBeLessThan(110);
  await page.keyboard.press('r');
  await map.settled();
  await map.click(CROSSING);
  await expect(page.getByRole('option', { selected: true })).toHaveCount(1);
  await map.doubleClick(CROSSING);
  await expect(page.getByTestId('split-panel')).toBeVisible();
});

test('a box chooses lines: the tree tells them, and letting go gives all back', async ({ open }) => {
  const { page } = await open({ files: [await writeLine(WEST_EAST), await writeLine(OBLIQUE)] });
  const { tree } = new ViewerPage(page);
  const map = new MapViewPage(page);
  await map.show();
  await map.click(along(WEST_EAST, 0.9));
  await map.drawBox({ x: 507_000, y: 6_699_500 }, { x: 509_000, y: 6_700_500 });
  await expect(map.toolbar).toContainText('1 line chosen');
  await expect(tree.survey('map-A-1.sgy')).toContainText('chosen on the map');
  await expect(tree.survey('map-A-2.sgy')).not.toContainText('chosen on the map');
  await map.settled();
  // The others step back.
  const pixels = await map.pixels();
  expect(await drawnShare(map, pixels, WEST_EAST, 0)).toBeGreaterThan(0.9);
  expect(await drawnShare(map, pixels, { from: along(OBLIQUE, 0), to: along(OBLIQUE, 0.4) }, 0)).toBeLessThan(0.1);

  await map.click(along(OBLIQUE, 0.2), ['Control']);
  await expect(map.toolbar).toContainText('2 lines chosen');
  await map.toolbar.getByRole('button', { name: 'Let go of the chosen lines' }).click();
  await expect(tree.survey('map-A-1.sgy')).not.toContainText('chosen on the map');
});

test('keys bring the map to the front, zoom, pan and show all of it', async ({ open }) => {
  const { page } = await open({ files: [await writeLine(WEST_EAST), sampleCube().path] });
  const { scene } = new ViewerPage(page);
  const map = new MapViewPage(page);
  await map.show();
  await page.keyboard.press('b');
  await expect(scene.canvas).toBeVisible();
  await expect(map.canvas).toBeHidden();
  await page.getByRole('tab', { name: '3D' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(map.canvas).toBeVisible();
  await expect(scene.canvas).toBeHidden();
  await page.keyboard.press('b');
  await expect(scene.canvas).toBeVisible();
  await page.keyboard.press('b');
  await map.settled();
  const whole = await map.unitsPerPixel();
  await map.canvas.focus();
  await page.keyboard.press('+');
  await expect.poll(() => map.unitsPerPixel()).toBeCloseTo(whole / 1.4, 2);
  const before = (await map.onCanvas(WEST_EAST.from)).x;
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await map.onCanvas(WEST_EAST.from)).x).toBeCloseTo(before - 60, 3);
  await page.keyboard.press('Home');
  await expect.poll(() => map.unitsPerPixel()).toBeCloseTo(whole, 2);
});

test('a file without positions says why it is not on the map', async ({ open }) => {
  const nowhere = await writeLine({ name: 'map-nowhere', from: null, to: null });
  const { page } = await open({ files: [await writeLine(WEST_EAST), nowhere] });
  const map = new MapViewPage(page);
  await map.show();
  await expect(map.absent).toHaveText('1 not on the map');
  await map.absent.click();
  await expect(page.getByRole('list', { name: 'Not on the map' })).toContainText('hold no coordinates');
});
