import { describe, expect, it } from 'vitest';
import { adjustTies } from './adjust-ties.ts';
import { NO_CORRECTION, wrapDegrees, type TieCorrection } from './correction.ts';
import { correctTrace } from './signal/correct-trace.ts';
import { prepareTrace } from './signal/prepare-trace.ts';
import type { TieTrace } from './signal/tie-trace.ts';
import { seededReflectivity } from './test-traces.ts';
import type { TieCrossing } from './tie-crossing.ts';
import { createTieDocument } from './tie-document.ts';
import { crossingsCsv, linesCsv } from './tie-csv.ts';
import { encodeTies } from './tie-json.ts';
import { DEFAULT_TIE_OPTIONS, type TieOptions } from './tie-options.ts';

const correction = (shiftMs: number, phaseDeg: number, gain: number): TieCorrection => ({
  shiftMs,
  phaseDeg,
  gain,
  shiftCurve: [],
});
/** Two groups; the middle of each group's corrections is none. */
const TRUTH = [
  correction(0, 0, 1),
  correction(8, 180, 1.5),
  correction(-14, 60, 0.5),
  correction(0, 0, 1),
  correction(0, 0, 1),
  correction(0, 0, 1),
  correction(5, -90, 2),
  correction(-5, 90, 0.5),
];
const GROUPS = [
  [0, 1, 2, 3, 4],
  [5, 6, 7],
];
const PAIRS = GROUPS.flatMap((group) =>
  group.flatMap((line1, k) => group.slice(k + 1).map((line2) => [line1, line2] as const)),
);

/** What the line has of the earth at a crossing: its correction undone. */
function rawTrace(seed: number, { shiftMs, phaseDeg, gain }: TieCorrection): TieTrace {
  const earth = prepareTrace({ startMs: 0, intervalMs: 4, samples: seededReflectivity(300, 4, seed) });
  const undone = { ...NO_CORRECTION, shiftMs: -shiftMs, phaseDeg: -phaseDeg, gain: 1 / gain };
  return { startMs: 0, intervalMs: 4, samples: Float32Array.from(correctTrace(earth, undone, earth).real) };
}

const crossings = PAIRS.map(([line1, line2], k): TieCrossing => ({
  line1,
  line2,
  trace1: rawTrace(k + 1, TRUTH[line1]!),
  trace2: rawTrace(k + 1, TRUTH[line2]!),
}));
const adjust = (options: Partial<TieOptions> = {}, given: readonly TieCrossing[] = crossings) =>
  adjustTies(TRUTH.length, given, { ...DEFAULT_TIE_OPTIONS, maxShiftMs: 50, ...options });

const expectTruth = (lines: readonly TieCorrection[], truth: readonly TieCorrection[] = TRUTH): void =>
  truth.forEach(({ shiftMs, phaseDeg, gain }, at) => {
    expect(Math.abs(lines[at]!.shiftMs - shiftMs)).toBeLessThan(0.3);
    expect(Math.abs(wrapDegrees(lines[at]!.phaseDeg - phaseDeg))).toBeLessThan(3);
    expect(Math.abs(lines[at]!.gain / gain - 1)).toBeLessThan(0.02);
  });

describe('adjustTies', () => {
  it.each([['with', DEFAULT_TIE_OPTIONS.warp], ['without', null]] as const)('finds the corrections of two groups, %s shift curves', async (_, warp) => {
    const { lines, groupOf, groupCount, ties } = await adjust({ warp });
    expectTruth(lines);
    expect([...groupOf]).toEqual([0, 0, 0, 0, 0, 1, 1, 1]);
    expect(groupCount).toBe(2);
    for (const { before, after, trust } of ties) {
      expect(after!.difference).toBeLessThan(0.1);
      expect(after!.difference).toBeLessThan(before!.difference + 0.1);
      expect(trust).toBeGreaterThan(0.1);
    }
    if (warp === null) expect(lines.every(({ shiftCurve }) => shiftCurve.length === 0)).toBe(true);
  }); // prettier-ignore

  it('holds reference lines fixed', async () => {
    const { lines } = await adjust({ references: [1, 5] });
    const { shiftMs, phaseDeg, gain } = TRUTH[1]!;
    expect(lines[1]).toMatchObject({ shiftMs: 0, gain: 1 });
    expect(lines[1]!.phaseDeg).toBeCloseTo(0, 12);
    expectTruth(lines.slice(0, 5), TRUTH.slice(0, 5).map((each) => correction(each.shiftMs - shiftMs, each.phaseDeg - phaseDeg, each.gain / gain))); // prettier-ignore
  });

  it('is not moved by a crossing of another earth, which it ranks worst', async () => {
    const given = crossings.map((crossing, k) =>
      k === 1 ? { ...crossing, trace2: rawTrace(99, TRUTH[2]!) } : crossing,
    );
    const { lines, ties, worst } = await adjust({}, given);
    expectTruth(lines);
    expect(worst[0]).toBe(1);
    expect(ties[1]!.isUsed && ties[1]!.trust > 0.3).toBe(false);
  });

  it('leaves a line alone whose traces are dead, and says so', async () => {
    const dead = { startMs: 0, intervalMs: 4, samples: new Float32Array(300) };
    const given = crossings.map((crossing) => (crossing.line2 === 4 ? { ...crossing, trace2: dead } : crossing));
    const { lines, ties, groupOf, groupCount } = await adjust({}, given);
    expect(lines[4]).toMatchObject({ shiftMs: 0, gain: 1 });
    expect(groupCount).toBe(3);
    expect(groupOf[4]).not.toBe(groupOf[0]);
    expect(ties[3]).toMatchObject({ estimate: null, quality: 0, isUsed: false, after: null });
  });

  it('counts the crossings as it goes, and ends where its turn does', async () => {
    const told: number[] = [];
    await adjustTies(TRUTH.length, crossings, DEFAULT_TIE_OPTIONS, { onProgress: (done) => told.push(done) });
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(crossings.length);
    const turn = (): Promise<void> => Promise.reject(new Error('enough'));
    await expect(adjustTies(TRUTH.length, crossings, DEFAULT_TIE_OPTIONS, { turn })).rejects.toThrow('enough');
  });

  it('has nothing to say of no crossing', async () => {
    const { lines, groupCount, ties } = await adjust({}, []);
    expect(lines.every(({ shiftMs, gain }) => shiftMs === 0 && gain === 1)).toBe(true);
    expect([groupCount, ties.length]).toEqual([TRUTH.length, 0]);
  });
});

it('is written as JSON and as tables', async () => {
  const ties = await adjust();
  const lines = TRUTH.map((_, k) => ({ profile: `id-${k}`, survey: 'S', name: k === 0 ? 'A, "first"' : `L${k}` }));
  const intersections = PAIRS.map(([i, j]) => ({
    ...{ survey1: 'S', survey2: 'S', profile1: `id-${i}`, profile2: `id-${j}`, x: 1, y: 2 },
    ...{ t11: 0, t11x: 0, t11y: 0, t12: 1, t12x: 0, t12y: 0, t21: 0, t21x: 0, t21y: 0, t22: 1, t22x: 0, t22y: 0 },
  }));
  const document = createTieDocument({ lines, references: [], crossings, intersections }, ties);
  const read = JSON.parse([...encodeTies(document)].join('')) as typeof document;
  expect(read.lines[1]).toMatchObject({ id: 'id-1', name: 'L1', isReference: false, group: 0, crossings: 4 });
  expect(read.lines[1]!.shiftMs).toBeCloseTo(ties.lines[1]!.shiftMs, 5);
  expect(read.lines[1]!.shiftCurve).toHaveLength(25);
  expect(read.crossings[0]).toMatchObject({ line1: 'A, "first"', line2: 'L1', isUsed: true });
  expect(read.crossings.map(({ rank }) => rank!).toSorted((a, b) => a - b)).toEqual(PAIRS.map((_, k) => k + 1));
  const rows = [...crossingsCsv(document)];
  expect(rows).toHaveLength(PAIRS.length + 1);
  expect(rows[1]).toMatch(/^"A, ""first""",L1,id-0,id-1,1,2,0,1,0,1,/);
  expect(
    rows.every((row) => row.replace(/"[^"]*(""[^"]*)*"/g, '').split(',').length === rows[0]!.split(',').length),
  ).toBe(true);
  expect([...linesCsv(document)]).toHaveLength(TRUTH.length + 1);
});
