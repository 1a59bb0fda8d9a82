/** Crossings for tests. */
import type { OpenCrossings } from '../../../shared/crossing-calls.ts';
import { lineIndex } from '../../../shared/units.ts';

type Quad = readonly [profile1: number, profile2: number, t11: number, t21: number];

/** Halfway between traces of lines that are called A, B and so on, at x = 100 k, y = 10 k. */
export function foundCrossings(quads: readonly Quad[], surveyIds: readonly string[] = ['a', 'b', 'c']): OpenCrossings {
  const column = (at: number, more = 0): Uint32Array => Uint32Array.from(quads, (quad) => quad[at]! + more);
  const halfway = (at: number): Float64Array => Float64Array.from(quads, (quad) => quad[at]! + 0.5);
  return {
    profiles: surveyIds.map((surveyId) => ({ surveyId, line: lineIndex(0), name: surveyId.toUpperCase() })),
    crossings: {
      profile1: column(0),
      profile2: column(1),
      x: Float64Array.from(quads, (_, k) => 100 * k),
      y: Float64Array.from(quads, (_, k) => 10 * k),
      t11: column(2),
      t12: column(2, 1),
      t21: column(3),
      t22: column(3, 1),
    },
    places: {
      at1: halfway(2),
      at2: halfway(3),
      angle: Float32Array.from(quads, () => 90),
      cdp1: Float64Array.from(quads, (quad) => 1000 + quad[2]),
      cdp2: Float64Array.from(quads, () => NaN),
    },
    overlaps: [],
    notes: [],
    algorithm: 'binary-search',
    searchedCount: surveyIds.length,
    stages: { loadMs: 1, indexMs: 2, searchMs: 3, exactMs: 4 },
    transferMs: 5,
    engineMs: 15,
  };
}
