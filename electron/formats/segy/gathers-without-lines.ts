/** Gathers whose inline and crossline numbers are unset: along CDPs, by shots, or at a single position. */
import type { GatherAxes } from '../../../shared/survey.ts';
import { gathersFromLines, type FoundGathers, type GatherNumbers } from './gathers-from-lines.ts';
import { hasGroups } from './sequence-kind.ts';

/** One element a trace, in file order. */
export interface SequenceNumbers extends GatherNumbers {
  readonly cdp: Int32Array;
  readonly fieldRecord: Int32Array;
}

export interface GathersAt {
  readonly positions: GatherAxes['positions'];
  readonly found: FoundGathers;
}

/**
 * Null where nothing groups the traces and they stand on more than one position. CDPs are told apart by the inline number too, where several lines have the
 * same ones.
 */
export function gathersWithoutLines(numbers: SequenceNumbers): GathersAt | null {
  if (hasGroups(numbers.cdp)) {
    const found =
      gathersFromLines({ ...numbers, crossline: numbers.cdp }) ??
      gathersFromLines({ ...numbers, inline: zeros(numbers), crossline: numbers.cdp });
    if (found !== null) return { positions: 'cdps', found };
  }
  if (hasGroups(numbers.fieldRecord)) {
    const found = gathersFromLines({ ...numbers, inline: zeros(numbers), crossline: numbers.fieldRecord });
    if (found !== null) return { positions: 'shots', found };
  }
  const found = gathersFromLines(numbers, true);
  return found !== null && isOnePosition(found) ? { positions: 'bins', found } : null;
}

const isOnePosition = ({ inline, crossline }: FoundGathers): boolean => inline.count * crossline.count === 1;

const zeros = ({ inline }: GatherNumbers): Int32Array => new Int32Array(inline.length);
