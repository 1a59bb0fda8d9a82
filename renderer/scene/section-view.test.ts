import { describe, expect, it } from 'vitest';
import { pictureLayoutOf, type PictureLayout } from '../../shared/colour/picture-layout.ts';
import {
  canvasFromPicture,
  pictureFromCanvas,
  pictureFromSection,
  sectionFromPicture,
  type SectionView,
} from './section-view.ts';
import { panned, wholeView, zoomed } from './section-zoom.ts';

const layout = pictureLayoutOf('inline', null);
const frame = { size: { across: 500, down: 60_000 }, layout, canvasWidth: 800, canvasHeight: 600 };
const whole = wholeView(frame, 'fit', 1);

const corners = (view: SectionView) => [
  pictureFromCanvas(view, { x: 0, y: 0 }),
  pictureFromCanvas(view, { x: view.canvasWidth, y: view.canvasHeight }),
];

describe('wholeView', () => {
  it('fits the cells from edge to edge', () => {
    const [first, last] = corners(whole);
    expect(first!.across).toBeCloseTo(-0.5, 9);
    expect(first!.down).toBeCloseTo(-0.5, 6);
    expect(last!.across).toBeCloseTo(499.5, 9);
    expect(last!.down).toBeCloseTo(59_999.5, 6);
  });

  it('keeps the true aspect and still shows all', () => {
    const view = wholeView({ ...frame, size: { across: 100, down: 100 } }, 'true', 2);
    expect(view.scaleAcross / view.scaleDown).toBeCloseTo(2, 12);
    const [first, last] = corners(view);
    expect(first!.across).toBeLessThanOrEqual(-0.5);
    expect(last!.down).toBeGreaterThanOrEqual(99.5);
  });
});

describe('zoomed', () => {
  it('holds what lies under the pointer, thousands of times over', () => {
    let view = whole;
    const anchor = { x: 123, y: 456 };
    const before = pictureFromCanvas(view, anchor);
    for (let k = 0; k < 40; k += 1) view = zoomed(view, whole, anchor, { across: 1.25, down: 1.25 });
    const after = pictureFromCanvas(view, anchor);
    expect(view.scaleDown).toBeGreaterThan(whole.scaleDown * 100);
    expect(after.across).toBeCloseTo(before.across, 6);
    expect(after.down).toBeCloseTo(before.down, 6);
  });

  it('stops at its limits with its aspect kept', () => {
    let view = whole;
    for (let k = 0; k < 200; k += 1) view = zoomed(view, whole, { x: 400, y: 300 }, { across: 0.5, down: 0.5 });
    expect(view.scaleAcross / whole.scaleAcross).toBeCloseTo(0.25, 9);
    expect(view.scaleDown / whole.scaleDown).toBeCloseTo(0.25, 9);
  });

  it('stretches one axis alone', () => {
    const view = zoomed(whole, whole, { x: 0, y: 0 }, { across: 2, down: 1 });
    expect(view.scaleAcross).toBeCloseTo(whole.scaleAcross * 2, 12);
    expect(view.scaleDown).toBe(whole.scaleDown);
  });
});

describe('panned', () => {
  it('moves by pixels and never loses the picture', () => {
    expect(canvasFromPicture(panned(whole, 30, -20), { across: 100, down: 0 }).x).toBeCloseTo(
      canvasFromPicture(whole, { across: 100, down: 0 }).x + 30,
      9,
    );
    expect(panned(whole, -1e6, 0).centre.across).toBe(499.5);
  });
});

describe('section and picture', () => {
  const layouts = (['rows', 'columns'] as const).flatMap((across) =>
    [false, true].flatMap((isAcrossReversed) =>
      [false, true].map((isDownReversed): PictureLayout => ({ across, isAcrossReversed, isDownReversed })),
    ),
  );
  it.each(layouts)('are each other\u2019s inverse in layout %j', (mapLayout) => {
    const view = { size: { across: 7, down: 5 }, layout: mapLayout };
    const point = { row: 1.25, column: 3.5 };
    expect(sectionFromPicture(view, pictureFromSection(view, point))).toEqual(point);
  });
});
