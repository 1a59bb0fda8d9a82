import { describe, expect, it } from 'vitest';
import { axisDrawing, GRID_TITLES } from './axis-labels.ts';
import { boxCorners, outlineEdges } from './box-edges.ts';
import type { CubeAxes } from './ground.ts';
import { isInside, isOverlapping } from './label-box.ts';
import { createLocalFrame, type PointInLocal } from './local-frame.ts';
import { triadArms } from './triad.ts';
import { cross, dot, minus, plus, times, unit } from './vector.ts';
import { fittingView, presetDirection, type FittingView, type ViewPreset } from './view-presets.ts';

const axes: CubeAxes = {
  inline: { first: 100, last: 499, step: 1, count: 400 },
  crossline: { first: 300, last: 1298, step: 2, count: 500 },
  samples: { sampleIntervalUs: 2000, firstSampleMs: 0, count: 1000, domain: 'time' },
};
const ground = { originX: 6e5, originY: 6e6, inlineX: -12, inlineY: 21, crosslineX: 11, crosslineY: 6 };
const frame = createLocalFrame(axes, ground, null);
const canvas = { width: 900, height: 600 };
const margin = { left: 110, right: 90, top: 30, bottom: 50 };
const lens = { fieldOfView: 0.5, ...canvas, margin };

/** A pinhole camera of our own, so that the test does not lean on three. */
function cameraAt(direction: PointInLocal, { target, distance }: FittingView) {
  const eye = plus(target, times(direction, distance));
  const right = unit(cross({ x: 0, y: 1, z: 0 }, direction));
  const up = cross(direction, right);
  const focal = canvas.height / 2 / Math.tan(lens.fieldOfView / 2);
  const project = (point: PointInLocal) => {
    const relative = minus(point, eye);
    const depth = -dot(relative, direction);
    return {
      x: canvas.width / 2 + (focal * dot(relative, right)) / depth,
      y: canvas.height / 2 - (focal * dot(relative, up)) / depth,
    };
  };
  return { eye, project };
}

const presets: readonly ViewPreset[] = ['default', 'top', 'inline', 'crossline', 'north', 'east', 'south', 'west'];

describe.each(presets)('seen from %s', (preset) => {
  const direction = presetDirection(preset, frame);
  const { eye, project } = cameraAt(direction, fittingView(frame, direction, lens));

  it('shows the whole box and leaves room for its labels', () => {
    const seen = boxCorners(frame).map(project);
    const free = {
      left: Math.min(...seen.map(({ x }) => x)) - margin.left,
      right: canvas.width - margin.right - Math.max(...seen.map(({ x }) => x)),
      top: Math.min(...seen.map(({ y }) => y)) - margin.top,
      bottom: canvas.height - margin.bottom - Math.max(...seen.map(({ y }) => y)),
    };
    expect(Math.min(...Object.values(free))).toBeCloseTo(0, 6);
    const [tight, loose] = free.left < free.top ? ['across', 'down'] : ['down', 'across'];
    const slack = { across: free.left + free.right, down: free.top + free.bottom };
    expect(slack[tight as keyof typeof slack]).toBeCloseTo(0, 6);
    expect(slack[loose as keyof typeof slack]).toBeGreaterThanOrEqual(0);
  });

  it('labels lie on the canvas and clear of each other', () => {
    const { labels } = axisDrawing({
      frame,
      axes,
      titles: GRID_TITLES,
      eye,
      canvas,
      project,
      measure: (text) => text.length * 6,
    });
    expect(labels.length).toBeGreaterThan(3);
    for (const [k, label] of labels.entries()) {
      expect(isInside(label, canvas)).toBe(true);
      for (const other of labels.slice(k + 1)) expect(isOverlapping(label, other)).toBe(false);
    }
  });
});

describe('axisDrawing', () => {
  it('names and numbers all three axes in the default view', () => {
    const direction = presetDirection('default', frame);
    const { eye, project } = cameraAt(direction, fittingView(frame, direction, lens));
    const { labels, marks } = axisDrawing({
      frame,
      axes,
      titles: GRID_TITLES,
      eye,
      canvas,
      project,
      measure: (text) => text.length * 6,
    });
    const titles = labels.filter(({ kind }) => kind === 'title').map(({ text }) => text);
    expect(titles).toEqual(['Inline', 'Crossline', 'Time (ms)']);
    expect(labels.map(({ text }) => text)).toEqual(expect.arrayContaining(['200', '1000', '1500']));
    expect(marks.length).toBeGreaterThanOrEqual(labels.length - 3);
  });
});

describe('outlineEdges', () => {
  it('are two an axis from outside the box, none of them in front of the data', () => {
    const { eye } = cameraAt(presetDirection('default', frame), { target: { x: 0, y: 0, z: 0 }, distance: 5 });
    for (const axis of ['inline', 'crossline', 'sample'] as const)
      expect(outlineEdges(frame, eye, axis)).toHaveLength(2);
  });
});

describe('triadArms', () => {
  const fromAbove = ({ x, z }: PointInLocal) => ({ x, y: z });

  it('points north upwards on a map and leaves out what points at the viewer', () => {
    const arms = triadArms(frame, true, true, fromAbove);
    expect(arms.map(({ text }) => text)).toEqual(['N', 'IL', 'XL']);
    expect(arms[0]!.x).toBeCloseTo(0, 9);
    expect(arms[0]!.y).toBeLessThan(0);
  });

  it('claims no north where none is known', () => {
    expect(triadArms(frame, false, true, fromAbove).map(({ text }) => text)).toEqual(['IL', 'XL']);
  });
});
