import { expect, test } from 'vitest';
import type { SampleAxis } from '../../../shared/axes.ts';
import { canvasFromPicture, pictureFromSection, type SectionView } from '../section-view.ts';
import { wholeView } from '../section-zoom.ts';
import { partArea, partView, seamX, splitExtent, splitSamples, type SplitGeometry } from './split-geometry.ts';

const SAMPLES: SampleAxis = { sampleIntervalUs: 4000, firstSampleMs: 0, count: 501, domain: 'time' };

const GEOMETRY: SplitGeometry = {
  left: { first: 0, count: 102, at: 100.5, direction: 1, spacing: 10, samples: SAMPLES },
  right: {
    first: 20,
    count: 61,
    at: 20.25,
    direction: 1,
    spacing: 20,
    samples: { sampleIntervalUs: 2000, firstSampleMs: 500, count: 1001, domain: 'time' },
  },
};

function viewOf(geometry: SplitGeometry): SectionView {
  const { size, layout } = splitExtent(geometry);
  return wholeView({ size, layout, canvasWidth: 900, canvasHeight: 600 }, 'fit', 1);
}

/** Where a trace and a sample of a part lie on the canvas. */
function pointOf(geometry: SplitGeometry, side: 'left' | 'right', trace: number, sample: number) {
  const view = partView(viewOf(geometry), geometry, side);
  return canvasFromPicture(view, pictureFromSection(view, { row: trace - geometry[side].first, column: sample }));
}

test('both lines meet at their own fractional trace, and equal distances are equally wide', () => {
  const seam = seamX(viewOf(GEOMETRY), GEOMETRY);
  expect(pointOf(GEOMETRY, 'left', 100.5, 0).x).toBeCloseTo(seam);
  expect(pointOf(GEOMETRY, 'right', 20.25, 0).x).toBeCloseTo(seam);
  const leftWidth = pointOf(GEOMETRY, 'left', 100, 0).x - pointOf(GEOMETRY, 'left', 98, 0).x;
  const rightWidth = pointOf(GEOMETRY, 'right', 31, 0).x - pointOf(GEOMETRY, 'right', 30, 0).x;
  expect(leftWidth).toBeCloseTo(rightWidth);
  // The whole of both fills the canvas.
  expect(pointOf(GEOMETRY, 'left', -0.5, 0).x).toBeCloseTo(0);
  expect(pointOf(GEOMETRY, 'right', 80.5, 0).x).toBeCloseTo(900);
});

test('lines of other intervals, starts and lengths are aligned by time', () => {
  // 1000 ms is sample 250 of one line and sample 250 of the other, which starts 500 ms later and is twice as fine.
  expect(pointOf(GEOMETRY, 'left', 0, 250).y).toBeCloseTo(pointOf(GEOMETRY, 'right', 20, 250).y);
  expect(pointOf(GEOMETRY, 'left', 0, 500).y).toBeCloseTo(pointOf(GEOMETRY, 'right', 20, 750).y);
  expect(splitSamples(GEOMETRY)).toEqual({ sampleIntervalUs: 2000, firstSampleMs: 0, count: 1251, domain: 'time' });
});

test('a side that is turned round counts its traces the other way, up to the same place', () => {
  const flipped: SplitGeometry = {
    ...GEOMETRY,
    left: { ...GEOMETRY.left, first: 100, count: 50, direction: -1 },
  };
  expect(pointOf(flipped, 'left', 100.5, 0).x).toBeCloseTo(seamX(viewOf(flipped), flipped));
  expect(pointOf(flipped, 'left', 149.5, 0).x).toBeCloseTo(0);
});

test('each part has the canvas on its side of the seam, also where that lies beside the canvas', () => {
  const view = viewOf(GEOMETRY);
  const seam = seamX(view, GEOMETRY);
  expect(partArea(view, GEOMETRY, 'left')).toEqual({ left: 0, right: seam });
  expect(partArea({ ...view, centre: { across: 1e4, down: 0 } }, GEOMETRY, 'left')).toEqual({ left: 0, right: 0 });
});
