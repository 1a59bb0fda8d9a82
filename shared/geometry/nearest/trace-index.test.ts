import { expect, it } from 'vitest';
import { packProfiles, type ProfileLines } from '../crossings/profile-lines.ts';
import { createRandom, drawLines, LINE_KINDS } from '../crossings/test-lines.ts';
import { buildTraceIndex, TraceIndex } from './trace-index.ts';

const indexOf = (lines: ProfileLines) => new TraceIndex(buildTraceIndex(lines), lines.starts);

/** Every trace, one by one. */
function nearestOf({ x, y, starts }: ProfileLines, px: number, py: number) {
  let nearest: { profile: number; trace: number; distance: number } | null = null;
  let squared = Infinity;
  for (let profile = 0; profile + 1 < starts.length; profile += 1) {
    for (let i = starts[profile]!; i < starts[profile + 1]!; i += 1) {
      const [dx, dy] = [x[i]! - px, y[i]! - py];
      const distance = dx * dx + dy * dy;
      if (!(distance < squared)) continue;
      squared = distance;
      nearest = { profile, trace: i - starts[profile]!, distance: Math.sqrt(distance) };
    }
  }
  return nearest;
}

it.each(Object.keys(LINE_KINDS))('finds what looking at every trace finds, the first of equals: %s', (kind) => {
  for (let seed = 0; seed < 100; seed += 1) {
    const random = createRandom(seed);
    const lines = drawLines(kind, random);
    const index = indexOf(lines);
    for (let i = 0; i < 10; i += 1) {
      const at = Math.floor(random() * lines.x.length);
      const [px, py] = [(lines.x[at] ?? 0) + random() * 4 - 2, (lines.y[at] ?? 0) + Math.round(random() * 4) - 2];
      if (Number.isFinite(px)) expect(index.nearest(px, py)).toEqual(nearestOf(lines, px, py));
    }
  }
});

it('finds the nearest of 20,000 traces', () => {
  const random = createRandom(5);
  const draw = () => Float64Array.from({ length: 2000 }, () => random() * 1000);
  const lines = packProfiles(Array.from({ length: 10 }, () => ({ x: draw(), y: draw() })));
  const index = indexOf(lines);
  for (let i = 0; i < 200; i += 1) {
    const [px, py] = [random() * 1200 - 100, random() * 1200 - 100];
    expect(index.nearest(px, py)).toEqual(nearestOf(lines, px, py));
  }
});

it('finds nothing beyond the distance, among no traces, or where none has a position', () => {
  const lines = packProfiles([{ x: [], y: [] }, { x: [NaN, 3], y: [0, 4] }]); // prettier-ignore
  expect(indexOf(lines).nearest(0, 0)).toEqual({ profile: 1, trace: 1, distance: 5 });
  expect(indexOf(lines).nearest(0, 0, 5)).toEqual({ profile: 1, trace: 1, distance: 5 });
  expect(indexOf(lines).nearest(0, 0, 4.9)).toBeNull();
  expect(indexOf(packProfiles([])).nearest(0, 0)).toBeNull();
  expect(indexOf(packProfiles([{ x: [NaN], y: [1] }])).nearest(0, 0)).toBeNull();
});
