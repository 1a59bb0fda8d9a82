import { describe, expect, it } from 'vitest';
import { sampleValueAt, type SampleAxis } from '../../shared/axes.ts';
import { linkedView } from './linked-view.ts';
import { pictureFromCanvas, type SectionView } from './section-view.ts';

const LINE: SampleAxis = { sampleIntervalUs: 2000, firstSampleMs: 100, count: 2000, domain: 'time' };
const CUBE: SampleAxis = { sampleIntervalUs: 4000, firstSampleMs: 0, count: 1000, domain: 'time' };
const LEADING: SectionView = {
  size: { across: 500, down: 2000 },
  layout: { across: 'rows', isAcrossReversed: false, isDownReversed: false },
  canvasWidth: 640,
  canvasHeight: 400,
  centre: { across: 210.5, down: 733.25 },
  scaleAcross: 3.25,
  scaleDown: 0.45,
};

describe('linkedView', () => {
  it.each([
    [0, 0],
    [1, 1],
    [0.3, 0.8],
  ])('has the same trace and time at (%f, %f) of its canvas, whatever its size', (x, y) => {
    const canvas = { width: 320, height: 700 };
    const view = linkedView(LEADING, LINE, CUBE, { across: 500, down: 1000 }, canvas);
    const there = pictureFromCanvas(LEADING, { x: x * LEADING.canvasWidth, y: y * LEADING.canvasHeight });
    const here = pictureFromCanvas(view, { x: x * canvas.width, y: y * canvas.height });
    expect(here.across).toBeCloseTo(there.across, 9);
    expect(sampleValueAt(CUBE, here.down)).toBeCloseTo(sampleValueAt(LINE, there.down), 9);
  });
});
