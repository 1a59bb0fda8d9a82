/** Lines of a grid of numbers that is none on the ground: several 2D lines with CDP numbers of their own. */
import type { CoordinateUnit } from '../../../shared/mapping/segy-mapping.ts';
import type { WorldFitQuality } from '../../../shared/geometry/world-fit.ts';
import { splitByWord } from './line-splits.ts';
import { groundSteps, usualStep, worldPositions, type StoredPositions } from './trace-steps.ts';

export interface NumberedPositions extends StoredPositions {
  readonly inline: Int32Array;
}

/** Steps along the lines by which positions miss a grid that is none. Crooked grids miss theirs by less than one. */
const FAR_OFF = 2;
/** A step within this factor of the line's usual one is even. */
const EVEN = 4;
const MOST = 0.9;

/** The lines are steady, each for itself, but lie nowhere near where one grid would have them. */
export function areSeparateLines(
  traces: NumberedPositions,
  { rmsResidual }: WorldFitQuality,
  unit: CoordinateUnit,
): boolean {
  const split = splitByWord({ split: 'line', label: '', values: traces.inline });
  const positions = worldPositions(traces, unit);
  if (split === null || split.lines.length < 2 || positions === null) return false;
  const usual: number[] = [];
  let [even, all] = [0, 0];
  for (const line of split.lines) {
    const steps = groundSteps(positions, line);
    const step = usualStep(steps);
    if (step === null) continue;
    usual.push(step);
    all += steps.length;
    for (const length of steps) if (length > step / EVEN && length < step * EVEN) even += 1;
  }
  usual.sort((a, b) => a - b);
  const step = usual[usual.length >> 1];
  return step !== undefined && even > MOST * all && rmsResidual > FAR_OFF * step;
}
