/** The corrections of all lines that agree best with what the crossings say. */
import { wrapDegrees, type TieCorrection } from './correction.ts';
import type { MeasuredTie } from './measure-crossing.ts';
import { circularMedian, setDatum } from './network/datum.ts';
import type { Network, Observation } from './network/observations.ts';
import { median, solveRobustly } from './network/robust-solution.ts';
import { spanForest, valuesAlongBranches, type SpanningForest } from './network/spanning-forest.ts';
import { meanOverGate, type ShiftKnots } from './shift-knots.ts';
import type { TieOptions } from './tie-options.ts';

export interface SolvedCorrections {
  readonly corrections: readonly TieCorrection[];
  /** As the ties given; 0 of those that are not used. */
  readonly trust: readonly number[];
}

/** Against the weight of a crossing (at most 1, at each knot): shifts that swing once in 300 ms are halved. */
const SMOOTHNESS = 10;
/** Below these, deviations of crossings are noise. */
const LEAST_SHIFT_MS = 0.1;
const LEAST_PHASE_DEG = 1;
const LEAST_LOG_GAIN = 0.005;

/** @param minQuality of the ties that are used */
export function solveCorrections(
  lineCount: number,
  measured: readonly (MeasuredTie | null)[],
  minQuality: number,
  knots: ShiftKnots,
  { references, damping, warp }: TieOptions,
): SolvedCorrections {
  const used = measured.flatMap((tie, at) => (tie !== null && tie.quality >= minQuality ? [{ tie, at }] : []));
  const ties = used.map(({ tie }) => tie);
  const isFixed = Array.from({ length: lineCount }, (_, line) => references.includes(line));
  const weighted = ties.map(({ line1, line2, quality }) => ({ line1, line2, weight: quality ** 2 }));
  const forest = spanForest(lineCount, weighted);
  const network = { lineCount, knots: 1, isFixed, damping, smoothness: 0 };
  const observe = (valueOf: (tie: MeasuredTie) => number): Network => ({
    ...network,
    observations: ties.map((tie) => constantObservation(tie, valueOf(tie))),
  });
  const logGains = solveRobustly(
    observe(({ total }) => Math.log(total.gain)),
    { leastDeviation: LEAST_LOG_GAIN },
  ).x;
  setDatum(logGains, forest.groupOf, isFixed, median);
  const phases = solvePhases(
    observe(({ total }) => total.phaseDeg),
    forest,
    isFixed,
  );
  const { x, trust } = solveRobustly(
    warp === null
      ? observe(({ total }) => total.shiftMs)
      : { ...network, knots: knots.timesMs.length, smoothness: SMOOTHNESS, observations: ties.map(curveObservation) },
    { leastDeviation: LEAST_SHIFT_MS },
  );
  const shifts = shiftsOf(x, lineCount, knots, forest, isFixed);
  const trustOf = new Map(
    used.map(({ at }, k) => [at, trust[k]!.reduce((sum, each) => sum + each, 0) / trust[k]!.length]),
  );
  return {
    corrections: shifts.map(({ shiftMs, curve }, line) => ({
      shiftMs,
      phaseDeg: phases[line]!,
      gain: Math.exp(logGains[line]!),
      shiftCurve: curve.length > 1 ? Array.from(curve, (ms, k) => [knots.timesMs[k]!, ms] as const) : [],
    })),
    trust: measured.map((_, at) => trustOf.get(at) ?? 0),
  };
}

const constantObservation = ({ line1, line2, quality }: MeasuredTie, value: number): Observation => ({
  line1,
  line2,
  values: Float64Array.of(value),
  weights: Float64Array.of(quality ** 2),
});

const curveObservation = ({ line1, line2, shiftsMs, clarity, quality }: MeasuredTie): Observation => ({
  line1,
  line2,
  values: shiftsMs,
  weights: clarity.map((clear) => quality ** 2 * clear),
});

/** From a start along the surest crossings on, differences are taken the short way round the circle. */
function solvePhases(network: Network, forest: SpanningForest, isFixed: readonly boolean[]): Float64Array {
  const ties = network.observations.map(({ line1, line2, values, weights }) => ({
    line1,
    line2,
    value: values[0]!,
    weight: weights[0]!,
  }));
  const start = valuesAlongBranches(forest, ties, isFixed);
  setDatum(start, forest.groupOf, isFixed, circularMedian);
  // Several lines of a group may be fixed, whatever the crossings say between them.
  isFixed.forEach((fixed, line) => fixed && (start[line] = 0));
  start.forEach((degrees, line) => (start[line] = wrapDegrees(degrees)));
  // Damped towards the start, or a polarity flip would be drawn towards 0 the wrong way round as well as the right one.
  const about = network.observations.map(({ line1, line2, values, weights }): Observation => ({
    line1,
    line2,
    values: Float64Array.of(wrapDegrees(values[0]! - start[line1]! + start[line2]!)),
    weights,
  }));
  const { x } = solveRobustly(
    { ...network, observations: about },
    { leastDeviation: LEAST_PHASE_DEG, wrap: wrapDegrees },
  );
  const phases = start.map((degrees, line) => wrapDegrees(degrees + x[line]!));
  setDatum(phases, forest.groupOf, isFixed, circularMedian);
  return phases.map(wrapDegrees);
}

interface LineShifts {
  readonly shiftMs: number;
  /** Of zero mean; of one element where the shift is constant. */
  readonly curve: Float64Array;
}

/** The median of the constant shifts is 0, and so is that of the curves at each knot but for a constant. */
function shiftsOf(
  x: Float64Array,
  lineCount: number,
  gate: ShiftKnots,
  { groupOf }: SpanningForest,
  isFixed: readonly boolean[],
): readonly LineShifts[] {
  const knots = x.length / lineCount;
  const rows = Array.from({ length: lineCount }, (_, line) => x.slice(line * knots, (line + 1) * knots));
  const constants = Float64Array.from(rows, (row) => (knots > 1 ? meanOverGate(gate, row) : row[0]!));
  const curves = rows.map((row, line) => row.map((ms) => ms - constants[line]!));
  for (let k = 0; k < knots; k += 1) {
    const atKnot = Float64Array.from(curves, (curve) => curve[k]!);
    setDatum(atKnot, groupOf, isFixed, median);
    atKnot.forEach((ms, line) => (curves[line]![k] = ms));
  }
  setDatum(constants, groupOf, isFixed, median);
  return curves.map((curve, line) => {
    const mean = knots > 1 ? meanOverGate(gate, curve) : 0;
    return { shiftMs: constants[line]!, curve: curve.map((ms) => ms - mean) };
  });
}
