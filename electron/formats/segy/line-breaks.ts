/** Where one line ends and the next begins, by what changes from trace to trace. */
import { groundSteps, numberSteps, usualStep, type WorldPositions } from './trace-steps.ts';

/** Of all traces of a file. */
export interface LineEvidence {
  readonly cdp: Int32Array;
  readonly positions: WorldPositions | null;
}

/** Far beyond the usual step: gaps and undershoots of a line are shorter, other lines farther. */
const FAR = 20;
/** Far enough where the CDP numbers jump too. */
const FAR_WITH_CDP = 5;
/** A gap in a line skips about as many CDP numbers as it is long. */
const GAP_RATIO = 2;

export interface Breaks {
  /** Positions in `traces` of the first trace after each break, ascending. */
  readonly at: readonly number[];
  /** The usual step from trace to trace, on the ground or in CDP numbers; null where nothing changes. */
  readonly step: number | null;
}

/** @param traces 0-based in the file, in the order in which they would follow one another */
export function findBreaks({ cdp, positions }: LineEvidence, traces: Int32Array): Breaks {
  const numbers = numberSteps(cdp, traces);
  const usualNumber = usualStep(numbers);
  const ground = positions === null ? null : groundSteps(positions, traces);
  const usualGround = ground === null ? null : usualStep(ground);
  const at: number[] = [];
  for (let step = 0; step < numbers.length; step += 1) {
    const skipped = usualNumber === null ? null : numbers[step]! / usualNumber;
    // NaN, where a trace has no position, is no step to judge by.
    const far = ground === null || usualGround === null ? Number.NaN : ground[step]! / usualGround;
    const isBreak = Number.isNaN(far) ? usualGround === null && (skipped ?? 0) > FAR : isFar(far, skipped);
    if (isBreak) at.push(step + 1);
  }
  return { at, step: usualGround ?? usualNumber };
}

/** Both in usual steps; `skipped` is null where the CDP numbers never change. */
function isFar(far: number, skipped: number | null): boolean {
  if (skipped !== null && skipped > 1 && far < GAP_RATIO * skipped && skipped < GAP_RATIO * far) return false;
  return far > FAR || (far > FAR_WITH_CDP && skipped !== null && skipped > FAR);
}
