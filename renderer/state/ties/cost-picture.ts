/** The costs among which a warping path runs, as a picture over lag and time. */
import type { SampleRange } from '../../../shared/ties/estimate/correlate.ts';
import type { TieDetail } from '../../../shared/ties/tie-detail.ts';
import { rotated } from './tie-signals.ts';

export interface CostPicture {
  /** Lags from -mostLag to mostLag samples. */
  readonly columns: number;
  /** Samples of the gate. */
  readonly rows: number;
  /** |a(t - lag) - b(t)|, row by row; NaN beyond the gate, where no path runs, and where one is not heard, which costs nothing. */
  readonly costs: Float32Array;
  /** Mean of what is a number; 0 where nothing is. */
  readonly mean: number;
}

/** @param a as the path has it, phase and gain made equal to those of b */
export function costPicture(
  a: Float32Array,
  b: Float32Array,
  { first, end }: SampleRange,
  mostLag: number,
): CostPicture {
  const [columns, rows] = [2 * mostLag + 1, end - first];
  const costs = new Float32Array(columns * rows).fill(NaN);
  let [sum, heard] = [0, 0];
  for (let row = 0; row < rows; row += 1) {
    const target = b[first + row]!;
    const from = Math.max(-mostLag, row - rows + 1);
    const to = Math.min(mostLag, row);
    for (let lag = from; lag <= to; lag += 1) {
      const cost = Math.abs(a[first + row - lag]! - target);
      costs[row * columns + lag + mostLag] = cost;
      if (Number.isNaN(cost)) continue;
      sum += cost;
      heard += 1;
    }
  }
  return { columns, rows, costs, mean: heard === 0 ? 0 : sum / heard };
}

/** Of the traces as the path has them; where there is none, as the classic estimate makes them equal. */
export function tieCosts({ trace1, trace2, gate, maxLag, warp, estimate }: TieDetail): CostPicture {
  const { gain, phaseDeg } = warp ?? estimate ?? { gain: 1, phaseDeg: 0 };
  return costPicture(rotated(trace1, gain, phaseDeg), trace2, gate, maxLag);
}
