import { expect, test } from 'vitest';
import { pictureLayoutOf } from '../../../shared/colour/picture-layout.ts';
import type { SlicePlane } from '../../../shared/slices.ts';
import { inlineIndex, traceIndex } from '../../../shared/units.ts';
import type { SectionView } from '../../scene/section-view.ts';
import { CUBE, LINE } from '../../state/testing/survey-infos.ts';
import { sectionAxes } from './section-axes.ts';

/** The whole picture on a canvas of 600 x 500 CSS pixels. */
const wholeView = (plane: SlicePlane, across: number, down: number): SectionView => ({
  size: { across, down },
  layout: pictureLayoutOf(plane.orientation, null),
  canvasWidth: 600,
  canvasHeight: 500,
  centre: { across: (across - 1) / 2, down: (down - 1) / 2 },
  scaleAcross: 600 / across,
  scaleDown: 500 / down,
});

test('an inline has crosslines along the top and time down the left, where its samples lie', () => {
  const plane: SlicePlane = { orientation: 'inline', index: inlineIndex(0) };
  const { top, left } = sectionAxes(CUBE, plane, wholeView(plane, 20, 50), null);
  expect([top.title, left.title]).toEqual(['Crossline', 'Time (ms)']);
  // Crossline 310 is index 10: its middle is 10.5 cells of 30 px from the left.
  expect(top.ticks.find(({ label }) => label === '310')?.at).toBeCloseTo(315);
  // 200 ms is sample 25: 25.5 cells of 10 px from the top.
  expect(left.ticks.find(({ label }) => label === '200')?.at).toBeCloseTo(255);
});

test('ticks stay on the survey when the view reaches beyond it', () => {
  const plane: SlicePlane = { orientation: 'inline', index: inlineIndex(0) };
  const view = { ...wholeView(plane, 20, 50), scaleAcross: 10, scaleDown: 3 };
  const { top } = sectionAxes(CUBE, plane, view, null);
  const numbers = top.ticks.map(({ label }) => Number(label));
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(300);
  expect(Math.max(...numbers)).toBeLessThanOrEqual(319);
});

test('a section by trace number counts on from its first trace', () => {
  const plane: SlicePlane = { orientation: 'traces', index: traceIndex(1000), count: 1000 };
  const { top } = sectionAxes(LINE, plane, wholeView(plane, 1000, 50), null);
  expect(top.title).toBe('Trace');
  expect(top.ticks[0]?.label).toBe('1100');
  expect(top.ticks[0]?.at).toBeCloseTo((99.5 / 1000) * 600);
});
