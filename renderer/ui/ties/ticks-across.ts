/** Round values along an edge, none so near its ends that its label would be cut off. */
import { tickLabel, tickValues } from '../../scene/ticks.ts';

export interface ValueTick {
  readonly value: number;
  readonly label: string;
}

/** CSS pixels: of a character of the axes' font, rounded up, and of the gap between labels. */
const DIGIT_WIDTH = 7;
const GAP = 14;

/** @param width CSS pixels from `low` to `high` */
export function valueTicksAcross(low: number, high: number, width: number): readonly ValueTick[] {
  const longest = Math.max(...[low, high].map((end) => tickLabel(Math.round(end), 1).length));
  const { values, step } = tickValues(low, high, Math.floor(width / (longest * DIGIT_WIDTH + GAP)), 0.1);
  return values
    .map((value) => ({ value, label: tickLabel(value, step) }))
    .filter(({ value, label }) => {
      const [x, half] = [((value - low) / (high - low)) * width, (label.length * DIGIT_WIDTH) / 2];
      return x >= half && x <= width - half;
    });
}
