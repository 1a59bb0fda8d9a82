import { describe, expect, it } from 'vitest';
import { compactView, TRACE_DEAD, TRACE_LIVE, TRACE_MISSING } from '../slices.ts';
import { paintSlice } from './paint-slice.ts';
import { pictureLayoutOf, pictureView, type PictureLayout } from './picture-layout.ts';

const display = { clip: 1, gain: 1, polarity: 1 } as const;
const absent = [1, 2, 3] as const;

const greys = (rgba: Uint8Array): number[] => [...rgba.filter((_, k) => k % 4 === 0)];

describe('paintSlice', () => {
  it('paints rows across and samples downwards in a section', () => {
    const view = compactView(Float32Array.of(-1, 0, 1, -0.5, 0.5, NaN), 2, 3);
    const picture = paintSlice(view, null, pictureLayoutOf('inline', null), display, 'grey', absent);
    expect([picture.width, picture.height]).toEqual([2, 3]);
    expect(greys(picture.rgba)).toEqual([0, 64, 128, 192, 255, 1]);
  });

  it('gives dead and missing traces the absent colour, by row and by cell', () => {
    const view = compactView(Float32Array.of(0, 0, 0, 0), 2, 2);
    const byRow = Uint8Array.of(TRACE_DEAD, TRACE_LIVE);
    const byCell = Uint8Array.of(TRACE_LIVE, TRACE_MISSING, TRACE_LIVE, TRACE_LIVE);
    const section = paintSlice(view, byRow, pictureLayoutOf('crossline', null), display, 'grey', absent);
    expect(greys(section.rgba)).toEqual([1, 128, 1, 128]);
    const map = paintSlice(view, byCell, pictureLayoutOf('sample', null), display, 'grey', absent);
    expect(greys(map.rgba)).toEqual([128, 128, 128, 1]);
    expect([...map.rgba.subarray(12, 16)]).toEqual([1, 2, 3, 255]);
  });
});

/** World directions in which the picture's right and top point. */
function compassOf(layout: PictureLayout, inline: readonly [number, number], crossline: readonly [number, number]) {
  const [across, up] = layout.across === 'rows' ? [inline, crossline] : [crossline, inline];
  const right = across.map((step) => (layout.isAcrossReversed ? -step : step)) as [number, number];
  const top = up.map((step) => (layout.isDownReversed ? step : -step)) as [number, number];
  return { right, top };
}

describe('pictureLayoutOf', () => {
  const angles = Array.from({ length: 24 }, (_, k) => (k * 15 + 1) * (Math.PI / 180));
  it.each([1, -1])('keeps a map unmirrored and north in its upper quarter, handedness %d', (handedness) => {
    for (const angle of angles) {
      const inline = [10 * Math.cos(angle), 10 * Math.sin(angle)] as const;
      const crossline = [-handedness * 25 * Math.sin(angle), handedness * 25 * Math.cos(angle)] as const;
      const layout = pictureLayoutOf('sample', {
        originX: 0,
        originY: 0,
        inlineX: inline[0],
        inlineY: inline[1],
        crosslineX: crossline[0],
        crosslineY: crossline[1],
      });
      const { right, top } = compassOf(layout, inline, crossline);
      expect(right[0] * top[1] - right[1] * top[0]).toBeGreaterThan(0);
      expect(top[1]).toBeGreaterThanOrEqual(Math.hypot(...top) * Math.SQRT1_2 - 1e-9);
    }
  });
});

describe('pictureView', () => {
  it('reverses without a copy', () => {
    const view = compactView(Float32Array.of(1, 2, 3, 4, 5, 6), 2, 3);
    const layout: PictureLayout = { across: 'columns', isAcrossReversed: true, isDownReversed: true };
    const { data, offset, shape, strides } = pictureView(view, layout);
    expect(data).toBe(view.data);
    const read = Array.from(
      { length: 6 },
      (_, k) => data[offset + Math.floor(k / 3) * strides[0] + (k % 3) * strides[1]],
    );
    expect(shape).toEqual([2, 3]);
    expect(read).toEqual([6, 5, 4, 3, 2, 1]);
  });
});
