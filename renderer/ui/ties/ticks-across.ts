/** Round values along an edge, none so near its ends that its label would be cut off. */
import { tickLabel, tickValues } from '../../scene/ticks.ts';

export interface ValueTick {
  readonly value: number;
  readonly label: string;
}

/** CSS pixels: of a character of the axes' font, rounded up, and of the gap between labels. */
const DIGIT_WIDTH = 7;
const GAP = 8;
const MOST_TICKS = 12;

/** As many as have room side by side. @param width CSS pixels from `low` to `high` */
export function valueTicksAcross(low: number, high: number, width: number): readonly ValueTick[] {
  const placeOf = (value: number): number => ((value - low) / (high - low)) * width;
  const halfOf = (label: string): number => (label.length * DIGIT_WIDTH) / 2;
  for (let most = MOST_TICKS; most > 0; most -= 1) {
    const { values, step } = tickValues(low, high, most, 0.1);
    const ticks = values
      .map((value) => ({ value, label: tickLabel(value, step) }))
      .filter(({ value, label }) => placeOf(value) >= halfOf(label) && placeOf(value) <= width - halfOf(label));
    const isCrowded = ticks.some(({ value, label }, k) => {
      const next = ticks[k + 1];
      return next !== undefined && placeOf(next.value) - placeOf(value) < halfOf(label) + halfOf(next.label) + GAP;
    });
    if (!isCrowded) return ticks;
  }
  return [];
}
