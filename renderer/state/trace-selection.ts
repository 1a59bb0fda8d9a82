/** Offsets of gathers as users type them. */
import { offsetCount, offsetLabelAt, type OffsetAxis } from '../../shared/axes.ts';
import { offsetIndex, type OffsetIndex } from '../../shared/units.ts';

/** Of the offset that is nearest to a typed one; always one that the survey has. */
export function nearestOffsetIndex(axis: OffsetAxis, label: number): OffsetIndex {
  let nearest = 0;
  for (let index = 1; index < offsetCount(axis); index += 1) {
    const isNearer = Math.abs(labelAt(axis, index) - label) < Math.abs(labelAt(axis, nearest) - label);
    if (isNearer) nearest = index;
  }
  return offsetIndex(nearest);
}

const labelAt = (axis: OffsetAxis, index: number): number => offsetLabelAt(axis, offsetIndex(index));
