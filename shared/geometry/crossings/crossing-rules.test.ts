/** The stated answers (README.md), each by all three algorithms. */
import { describe, expect, it } from 'vitest';
import { CROSSING_ALGORITHMS, findCrossings, type CrossingOptions } from './find-crossings.ts';
import { packProfiles } from './profile-lines.ts';

type Points = readonly (readonly [number, number])[];

const packed = (...lines: readonly Points[]) =>
  packProfiles(lines.map((line) => ({ x: line.map(([x]) => x), y: line.map(([, y]) => y) })));

describe.each(CROSSING_ALGORITHMS)('%s', (algorithm) => {
  const find = (lines: readonly Points[], options: CrossingOptions = {}) => {
    const { crossings, overlaps } = findCrossings(packed(...lines), { algorithm, ...options });
    const { profile1, profile2, x, y, t11, t12, t21, t22 } = crossings;
    const rows = Array.from(profile1, (_, i) => ({
      profiles: [profile1[i], profile2[i]],
      at: [x[i], y[i]],
      t1: [t11[i], t12[i]],
      t2: [t21[i], t22[i]],
    }));
    return { rows, overlaps };
  };
  const crossing = (at: number[], t1: number[], t2: number[], profiles = [0, 1]) => ({ profiles, at, t1, t2 });
  const overlap = (t1: number[], t2: number[], from: number[], to: number[]) => ({
    profile1: 0,
    profile2: 1,
    t1From: t1[0],
    t1To: t1[1],
    t2From: t2[0],
    t2To: t2[1],
    x1: from[0],
    y1: from[1],
    x2: to[0],
    y2: to[1],
  });
  const none = { rows: [], overlaps: [] };
  const level: Points = [[0, 0], [10, 0], [20, 0]]; // prettier-ignore

  it('gives the place to the last bit', () => {
    const golden: Points[] = [
      [[541384, 6720796], [541404, 6720828]],
      [[541397, 6720827], [541435, 6720827]],
    ]; // prettier-ignore
    expect(find(golden).rows).toEqual([crossing([541403.375, 6720827], [0, 1], [0, 1])]);
    // As if the sum of any two were written without rounding: 1/3 and 2/3 to the nearest double.
    const thirds = find([[[0, 0], [1, 2]], [[0, 1], [1, 0]]]); // prettier-ignore
    expect(thirds.rows[0]!.at).toEqual([1 / 3, 2 / 3]);
  });

  it('gives a vertex of both to the traces that begin there, the last vertex to the last segment', () => {
    const across: Points = [[10, -5], [10, 0], [10, 5]]; // prettier-ignore
    expect(find([level, across]).rows).toEqual([crossing([10, 0], [1, 2], [1, 2])]);
    expect(find([level, [[20, -5], [20, 0]]]).rows).toEqual([crossing([20, 0], [1, 2], [0, 1])]); // prettier-ignore
    expect(find([level, [[0, 0], [0, 5]]]).rows).toEqual([crossing([0, 0], [0, 1], [0, 1])]); // prettier-ignore
  });

  it('gives the vertex where lines go on in one straight line', () => {
    const on: Points = [[20, 0], [30, 0]]; // prettier-ignore
    expect(find([level, on]).rows).toEqual([crossing([20, 0], [1, 2], [0, 1])]);
    expect(find([on, level]).rows).toEqual([crossing([20, 0], [0, 1], [1, 2])]);
  });

  it('counts touches', () => {
    expect(find([level, [[5, 5], [5, 0], [6, 5]]]).rows).toEqual([crossing([5, 0], [0, 1], [1, 2])]); // prettier-ignore
    expect(find([level, [[10, 5], [10, 0]]]).rows).toEqual([crossing([10, 0], [1, 2], [0, 1])]); // prettier-ignore
    expect(find([level, [[10, 5], [10, 2 ** -1074]]])).toEqual(none); // prettier-ignore
  });

  it('meets the other line once where a line comes to one place twice', () => {
    const loop: Points = [[5, -5], [5, 5], [10, 5], [0, -5]]; // prettier-ignore
    expect(find([level, loop]).rows).toEqual([crossing([5, 0], [0, 1], [0, 1])]);
  });

  it('goes on through traces at one position and traces without one', () => {
    const repeated: Points = [[0, 0], [4, 0], [4, 0], [NaN, 0], [4, 0], [NaN, NaN], [8, 0], [8, 0]]; // prettier-ignore
    expect(find([repeated, [[6, -1], [6, 1]]]).rows).toEqual([crossing([6, 0], [4, 6], [0, 1])]); // prettier-ignore
    expect(find([repeated, [[4, -1], [4, 1]]]).rows).toEqual([crossing([4, 0], [4, 6], [0, 1])]); // prettier-ignore
    expect(find([repeated, [[8, -1], [8, 1]]]).rows).toEqual([crossing([8, 0], [4, 6], [0, 1])]); // prettier-ignore
  });

  it('finds nothing where a line has no length', () => {
    expect(find([level, [[5, 0]], [[5, 0], [5, 0]], []])).toEqual(none); // prettier-ignore
  });

  it('tells an overlap from where it begins to where it ends, and no crossing on it', () => {
    const beside: Points = [[-5, 5], [5, 0], [15, 0], [15, 5]]; // prettier-ignore
    expect(find([level, beside])).toEqual({ rows: [], overlaps: [overlap([0, 2], [1, 2], [5, 0], [15, 0])] });
    const back = beside.toReversed();
    expect(find([level, back])).toEqual({ rows: [], overlaps: [overlap([0, 2], [2, 1], [5, 0], [15, 0])] });
  });

  it('tells overlaps of vertical lines', () => {
    const up: Points = [[3, 0], [3, 10], [3, 20]]; // prettier-ignore
    const within: Points = [[3, 4], [3, 6]]; // prettier-ignore
    expect(find([up, within])).toEqual({ rows: [], overlaps: [overlap([0, 1], [0, 1], [3, 4], [3, 6])] });
  });

  it('tells one overlap of identical lines, the same way or back', () => {
    const bent: Points = [[0, 0], [3, 1], [5, 4], [9, 4]]; // prettier-ignore
    expect(find([bent, bent])).toEqual({ rows: [], overlaps: [overlap([0, 3], [0, 3], [0, 0], [9, 4])] });
    expect(find([bent, bent.toReversed()])).toEqual({
      rows: [],
      overlaps: [overlap([0, 3], [3, 0], [0, 0], [9, 4])],
    });
  });

  it('tells an overlap and a crossing of the same lines apart', () => {
    const beside: Points = [[2, 0], [4, 0], [12, 5], [12, -5]]; // prettier-ignore
    expect(find([level, beside])).toEqual({
      rows: [crossing([12, 0], [1, 2], [2, 3])],
      overlaps: [overlap([0, 1], [0, 1], [2, 0], [4, 0])],
    });
  });

  it('sorts by profiles and traces, all pairs through one point', () => {
    const fan: Points[] = [-2, -1, 0, 1, 2].map((slope) => [[-1, -slope], [0, 0], [1, slope]]); // prettier-ignore
    const rows = find([...fan, [[0, -1], [0, 1]]]).rows; // prettier-ignore
    const pairs = [0, 1, 2, 3, 4, 5].flatMap((p) => [0, 1, 2, 3, 4, 5].filter((q) => q > p).map((q) => [p, q]));
    expect(rows.map(({ profiles }) => profiles)).toEqual(pairs);
    expect(rows.every(({ at }) => at[0] === 0 && at[1] === 0)).toBe(true);
  });

  it('finds where a line crosses itself when asked to', () => {
    const knot: Points = [[0, 0], [10, 0], [5, 5], [5, -5]]; // prettier-ignore
    expect(find([knot])).toEqual(none);
    const { rows } = find([knot], { selfCrossings: true });
    expect(rows).toEqual([crossing([5, 0], [0, 1], [2, 3], [0, 0])]);
    const ring: Points = [[0, 0], [4, 0], [4, 4], [0, 0]]; // prettier-ignore
    expect(find([ring], { selfCrossings: true }).rows).toEqual([crossing([0, 0], [0, 1], [2, 3], [0, 0])]);
  });

  it('finds only what concerns the profiles that are asked for', () => {
    const lines: Points[] = [level, [[5, -5], [5, 5]], [[0, 3], [20, 3]]]; // prettier-ignore
    expect(find(lines, { only: [2] }).rows.map(({ profiles }) => profiles)).toEqual([[1, 2]]);
  });

  it('does without lines', () => {
    expect(find([])).toEqual(none);
  });
});
