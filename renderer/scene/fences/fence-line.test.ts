import { describe, expect, it } from 'vitest';
import type { SampleAxis } from '../../../shared/axes.ts';
import type { WorldFromGrid } from '../../../shared/geometry/world-from-grid.ts';
import { createLocalFrame, localFromGrid, type LocalFrame } from '../local-frame.ts';
import { fenceCorners, fencePoint, fenceRuns, localFence, localFromWorld, type FenceLine } from './fence-line.ts';
import { hitFence } from './fence-pick.ts';
import { fenceOutline, fenceVertices } from './fence-vertices.ts';
import { linesGround } from './lines-ground.ts';

const SAMPLES: SampleAxis = { sampleIntervalUs: 4000, firstSampleMs: 0, count: 251, domain: 'time' };
const AXES = {
  inline: { first: 1, last: 41, step: 1, count: 41 },
  crossline: { first: 1, last: 61, step: 1, count: 61 },
  samples: SAMPLES,
};

const groundAt = (originX: number, originY: number): WorldFromGrid => ({
  originX,
  originY,
  inlineX: 0,
  inlineY: 25,
  crosslineX: 25,
  crosslineY: 0,
});

const frameAt = (ground: WorldFromGrid): LocalFrame => createLocalFrame(AXES, ground, null);

/** Along inline 20 from crossline 0 on, a crossline a trace; the fourth has no position. */
function lineOn(ground: WorldFromGrid, samples: SampleAxis = SAMPLES): FenceLine {
  const x = Float64Array.from({ length: 9 }, (_, trace) => (trace === 3 ? NaN : ground.originX + 25 * trace));
  const y = Float64Array.from({ length: 9 }, (_, trace) => (trace === 3 ? NaN : ground.originY + 25 * 20));
  return { key: 'line', name: 'Line', x, y, samples };
}

describe('a fence', () => {
  it('stands where the grid has its traces, to the same times', () => {
    const ground = groundAt(600_000, 6_700_000);
    const frame = frameAt(ground);
    const fence = localFence(lineOn(ground), frame, SAMPLES);
    const expected = localFromGrid(frame, { inline: 20, crossline: 8, sample: 0 });
    expect(fence.x.at(-1)).toBeCloseTo(expected.x, 12);
    expect(fence.z.at(-1)).toBeCloseTo(expected.z, 12);
    expect(fence.top).toBeCloseTo(expected.y, 12);
    expect(fence.bottom).toBeCloseTo(localFromGrid(frame, { inline: 20, crossline: 8, sample: 250 }).y, 12);
  });

  it('begins and ends by its own times', () => {
    const ground = groundAt(0, 0);
    const frame = frameAt(ground);
    const own: SampleAxis = { sampleIntervalUs: 2000, firstSampleMs: 200, count: 601, domain: 'time' };
    const { top, bottom } = localFence(lineOn(ground, own), frame, SAMPLES);
    expect(top).toBeCloseTo(localFromGrid(frame, { inline: 0, crossline: 0, sample: 50 }).y, 12);
    expect(bottom).toBeCloseTo(localFromGrid(frame, { inline: 0, crossline: 0, sample: 350 }).y, 12);
  });

  it('is the same wherever in the world, to the last bit that the GPU has', () => {
    const [near, far] = [groundAt(0, 0), groundAt(605_000, 9_873_000)].map((ground) =>
      localFence(lineOn(ground), frameAt(ground), SAMPLES),
    );
    expect(Float32Array.from(far!.x)).toEqual(Float32Array.from(near!.x));
    expect(Float32Array.from(far!.z)).toEqual(Float32Array.from(near!.z));
  });

  it('has a gap where a trace has no position', () => {
    const ground = groundAt(0, 0);
    const fence = localFence(lineOn(ground), frameAt(ground), SAMPLES);
    expect([...fence.trace]).toEqual([0, 2, 3, 4, 8]);
    expect(fenceRuns(fence)).toEqual([
      [0, 1],
      [3, 4],
    ]);
    const { indices } = fenceVertices(fence, 0, SAMPLES.count, { rows: 1, columns: 1 });
    expect(indices.length).toBe(2 * 6);
    expect([...indices].some((at) => Math.floor(at / 2) === 2)).toBe(false);
    expect([...fenceOutline(fence)].every(Number.isFinite)).toBe(true);
    expect(fenceCorners(fence).length).toBe(16);
  });

  it('has a corner where its path turns, and where its traces come closer', () => {
    const ground = groundAt(0, 0);
    const x = Float64Array.of(0, 25, 50, 75, 75, 75, 75, 75);
    const y = Float64Array.of(0, 0, 0, 0, 25, 50, 60, 70);
    const { trace } = localFence({ ...lineOn(ground), x, y }, frameAt(ground), SAMPLES);
    expect([...trace]).toEqual([0, 3, 5, 7]);
  });

  it('has the texels of its picture at its traces and samples', () => {
    const ground = groundAt(0, 0);
    const fence = localFence(lineOn(ground), frameAt(ground), SAMPLES);
    const { texels } = fenceVertices(fence, 0, SAMPLES.count, { rows: 2, columns: 5 });
    // Its second corner is trace 2, the second row of every second; sample 250 is the 51st column of every fifth.
    expect([...texels.subarray(4, 8)]).toEqual([0.5, 1.5, 50.5, 1.5]);
  });
});

describe('hitFence', () => {
  const ground = groundAt(0, 0);
  const frame = frameAt(ground);
  const fence = localFence(lineOn(ground), frame, SAMPLES);
  const at = (crossline: number, sample: number) => localFromGrid(frame, { inline: 20, crossline, sample });
  const from = (crossline: number, sample: number) => ({ origin: { ...at(crossline, sample), z: 5 }, direction: { x: 0, y: 0, z: -1 } }); // prettier-ignore

  it('tells trace, time and distance', () => {
    const hit = hitFence(fence, from(5.25, 100));
    expect(hit?.trace).toBeCloseTo(5.25, 9);
    expect(hit?.sampleValue).toBeCloseTo(400, 9);
    expect(hit?.distance).toBeCloseTo(5 - at(5.25, 100).z, 9);
  });

  it.each([
    ['beside', 9, 100],
    ['in the gap', 3.2, 100],
    ['above', 5, -3],
    ['below', 5, 254],
  ])('misses %s', (_, crossline, sample) => {
    expect(hitFence(fence, from(crossline, sample))).toBeNull();
  });

  it('misses what lies behind', () => {
    expect(hitFence(fence, { ...from(5, 100), direction: { x: 0, y: 0, z: 1 } })).toBeNull();
  });
});

describe('fencePoint', () => {
  const ground = groundAt(600_000, 6_700_000);
  const frame = frameAt(ground);
  it('stands between two traces', () => {
    const expected = localFromGrid(frame, { inline: 20, crossline: 5.5, sample: 0 });
    expect(fencePoint(lineOn(ground), frame, 5.5)?.x).toBeCloseTo(expected.x, 9);
  });
  it('is nowhere beside a trace without a position', () => {
    expect(fencePoint(lineOn(ground), frame, 2.5)).toBeNull();
  });
});

describe('linesGround', () => {
  it('counts metres east and north in a box round all lines, by all their times', () => {
    const ground = groundAt(600_000.4, 6_700_000);
    const later: SampleAxis = { sampleIntervalUs: 2000, firstSampleMs: 500, count: 1001, domain: 'time' };
    const found = linesGround([lineOn(ground), { ...lineOn(ground, later), key: 'later' }])!;
    expect(found.axes.crossline).toEqual({ first: 600_000, last: 600_201, step: 1, count: 202 });
    // Due east: one metre wide all the same.
    expect(found.axes.inline).toEqual({ first: 6_700_500, last: 6_700_501, step: 1, count: 2 });
    expect(found.axes.samples).toEqual({ firstSampleMs: 0, sampleIntervalUs: 2000, count: 1251, domain: 'time' });
    const frame = createLocalFrame(found.axes, found.worldFromGrid, null);
    const place = localFromWorld(frame, 600_100, 6_700_500);
    const onGrid = localFromGrid(frame, { inline: 0, crossline: 100, sample: 0 });
    expect(place.x).toBeCloseTo(onGrid.x, 9);
    expect(place.z).toBeCloseTo(onGrid.z, 9);
  });

  it('is none where no line has a position', () => {
    expect(linesGround([])).toBeNull();
    const nowhere = new Float64Array(3).fill(NaN);
    expect(linesGround([{ key: 'a', name: 'A', x: nowhere, y: nowhere, samples: SAMPLES }])).toBeNull();
  });
});
