import { describe, expect, it } from 'vitest';
import type { CubeAxes } from './ground.ts';
import { createLocalFrame, localFromGrid } from './local-frame.ts';
import { dragDistance, pickPlane, type LocalRay } from './plane-pick.ts';
import { minus, unit } from './vector.ts';
import type { PointInLocal } from './local-frame.ts';
import type { PlaneOrientation } from './scene-events.ts';

const axes: CubeAxes = {
  inline: { first: 1, last: 101, step: 1, count: 101 },
  crossline: { first: 1, last: 201, step: 1, count: 201 },
  samples: { sampleIntervalUs: 4000, firstSampleMs: 0, count: 301, domain: 'time' },
};
/** Rotated, with the crosslines' direction mirrored. */
const ground = { originX: 5e5, originY: 6e6, inlineX: 20, inlineY: 15, crosslineX: 7.5, crosslineY: -10 };
const frame = createLocalFrame(axes, ground, null);

const rayTo = (eye: PointInLocal, target: PointInLocal): LocalRay => ({
  origin: eye,
  direction: unit(minus(target, eye)),
});
const eye = { x: 3, y: 2, z: 5 };

describe('pickPlane', () => {
  it.each([
    ['inline', { inline: 30, crossline: 77, sample: 12 }],
    ['crossline', { inline: 55.5, crossline: 100, sample: 250 }],
    ['sample', { inline: 3, crossline: 4, sample: 290 }],
  ] as const)('finds the place on the %s plane', (orientation, position) => {
    const pick = pickPlane(frame, { [orientation]: position[orientation] }, rayTo(eye, localFromGrid(frame, position)));
    expect(pick?.orientation).toBe(orientation);
    expect(pick?.position.inline).toBeCloseTo(position.inline, 6);
    expect(pick?.position.crossline).toBeCloseTo(position.crossline, 6);
    expect(pick?.position.sample).toBeCloseTo(position.sample, 6);
  });

  it('takes the nearest plane and none beside or behind', () => {
    const target = localFromGrid(frame, { inline: 50, crossline: 100, sample: 150 });
    const ray = rayTo(eye, target);
    const both = pickPlane(frame, { inline: 50, sample: 140 }, ray);
    const alone = pickPlane(frame, { inline: 50 }, ray);
    expect([both?.orientation, alone?.orientation]).toEqual(['sample', 'inline']);
    expect(pickPlane(frame, { inline: 50 }, rayTo(eye, { x: 0, y: 9, z: 0 }))).toBeNull();
    expect(pickPlane(frame, { inline: 50 }, { origin: eye, direction: unit(minus(eye, target)) })).toBeNull();
    expect(pickPlane(frame, {}, ray)).toBeNull();
  });
});

describe('dragDistance', () => {
  it.each(['inline', 'crossline', 'sample'] as const)('follows the pointer along the %s axis', (orientation) => {
    const start = { inline: 40, crossline: 60, sample: 100 };
    const grabbed = localFromGrid(frame, start);
    const aimed = localFromGrid(frame, { ...start, [orientation]: start[orientation] + 17 });
    expect(dragDistance(frame, orientation, grabbed, rayTo(eye, grabbed))).toBeCloseTo(0, 9);
    expect(dragDistance(frame, orientation, grabbed, rayTo(eye, aimed))).toBeCloseTo(17, 6);
  });

  it('has no answer where the normal points at the viewer', () => {
    const orientation: PlaneOrientation = 'sample';
    const grabbed = localFromGrid(frame, { inline: 50, crossline: 100, sample: 0 });
    expect(dragDistance(frame, orientation, grabbed, rayTo({ ...grabbed, y: 5 }, grabbed))).toBeNull();
  });
});
