import { describe, expect, it } from 'vitest';
import { gridPoint, worldPoint, type WorldFromGrid } from '../../shared/geometry/world-from-grid.ts';
import type { CubeAxes } from './ground.ts';
import { createLocalFrame, gridFromLocal, localFromGrid } from './local-frame.ts';

const axes: CubeAxes = {
  inline: { first: 100, last: 499, step: 1, count: 400 },
  crossline: { first: 300, last: 1298, step: 2, count: 500 },
  samples: { sampleIntervalUs: 2000, firstSampleMs: 0, count: 1000, domain: 'time' },
};

/** UTM, rotated by 31 degrees, bins of 25 x 12.5 m. */
const angle = (31 * Math.PI) / 180;
const utm: WorldFromGrid = {
  originX: 605_381.83,
  originY: 6_073_556.37,
  inlineX: -25 * Math.sin(angle),
  inlineY: 25 * Math.cos(angle),
  crosslineX: 12.5 * Math.cos(angle),
  crosslineY: 12.5 * Math.sin(angle),
};

describe('LocalFrame', () => {
  const frame = createLocalFrame(axes, utm, null);

  it('keeps centimetres of UTM coordinates in float32', () => {
    for (const [inline, crossline] of [
      [0, 0],
      [399, 499],
      [7, 431],
    ] as const) {
      const world = worldPoint(utm, { inline, crossline });
      const local = localFromGrid(frame, { inline, crossline, sample: 0 });
      const x = frame.worldOrigin.x + Math.fround(local.x) * frame.metresPerUnit;
      const y = frame.worldOrigin.y - Math.fround(local.z) * frame.metresPerUnit;
      expect(Math.hypot(x - world.x, y - world.y)).toBeLessThan(0.001);
      const grid = gridPoint(utm, { x, y })!;
      expect(Math.hypot(grid.inline - inline, grid.crossline - crossline)).toBeLessThan(0.001);
    }
  });

  it('fits the footprint into the unit circle and centres the box', () => {
    const corners = [0, 399].flatMap((inline) =>
      [0, 499].map((crossline) => localFromGrid(frame, { inline, crossline, sample: 0 })),
    );
    const radii = corners.map(({ x, z }) => Math.hypot(x, z));
    expect(Math.max(...radii)).toBeCloseTo(1, 9);
    expect(corners.reduce((sum, { x }) => sum + x, 0)).toBeCloseTo(0, 9);
    const top = localFromGrid(frame, { inline: 0, crossline: 0, sample: 0 });
    const bottom = localFromGrid(frame, { inline: 0, crossline: 0, sample: 999 });
    expect(top.y).toBeGreaterThan(0);
    expect(bottom.y).toBeCloseTo(-top.y, 12);
  });

  it('has its own inverse', () => {
    const position = { inline: 12.25, crossline: 480.5, sample: 77.125 };
    const back = gridFromLocal(frame, localFromGrid(frame, position));
    expect(back.inline).toBeCloseTo(position.inline, 9);
    expect(back.crossline).toBeCloseTo(position.crossline, 9);
    expect(back.sample).toBeCloseTo(position.sample, 9);
  });

  it('chooses a round exaggeration, or takes the one given', () => {
    const { sample } = frame;
    const height = (-sample.y * 999) / 2;
    expect([1, 2, 5, 10]).toContain(frame.verticalExaggeration);
    expect(height).toBeGreaterThan(0.2);
    expect(height).toBeLessThan(0.8);
    expect(createLocalFrame(axes, utm, 3).verticalExaggeration).toBe(3);
  });

  it('falls back to a unit grid without coordinates, and for one line', () => {
    const unit = createLocalFrame(axes, null, null);
    expect(unit.crossline.x).toBeGreaterThan(0);
    expect(unit.inline.z).toBeLessThan(0);
    const single = createLocalFrame({ ...axes, inline: { first: 1, last: 1, step: 1, count: 1 } }, null, null);
    expect(Object.values(single.origin).every(Number.isFinite)).toBe(true);
  });
});
