/** What neighbouring headers say for a 2D line, or for gathers. */
import type { HeaderPlace } from '../../../../shared/mapping/header-place.ts';
import { TRACE_WORDS } from '../trace-header.ts';
import { isLineLike } from './lines-evidence.ts';
import type { ProbeColumns } from './probe-columns.ts';

export interface SequenceEvidence {
  /** 0 to 1. */
  readonly score: number;
  /** One sentence. */
  readonly reason: string;
}

/** A file that is a good line is no better than this: a complete grid says more than even steps. */
const BEST_LINE = 0.6;
const BEST_GATHERS = 0.55;

/** Numbers in that word step evenly from trace to trace, and none comes twice; null where they do not vary. */
export function lineEvidence(columns: ProbeColumns, place: HeaderPlace): SequenceEvidence | null {
  const numbers = columns.of(place);
  if (!isLineLike(numbers) || columns.neighbours.length === 0) return null;
  const steps = columns.neighbours.map((i) => numbers[i + 1]! - numbers[i]!);
  const [step, share] = commonest(steps);
  if (step === 0) return null;
  const distinct = new Set(numbers).size / numbers.length;
  return {
    score: BEST_LINE * share * distinct,
    reason: `Numbers in byte ${place.byte} step by ${step} from trace to trace in ${percent(share)} of the headers looked at.`,
  };
}

/** Neighbours share the CDP or the field record, and differ in offset or trace number; null where they do not. */
export function gathersEvidence(columns: ProbeColumns): SequenceEvidence | null {
  const { cdp, fieldRecord, offset } = TRACE_WORDS;
  const shared = ([cdp, fieldRecord] as const)
    .filter((place) => isLineLike(columns.of(place)))
    .map((place) => ({ place, share: sameShare(columns, place) }))
    .toSorted((one, other) => other.share - one.share)[0];
  if (shared === undefined || shared.share < 0.5) return null;
  const offsetsDiffer = 1 - sameShare(columns, offset);
  return {
    score: BEST_GATHERS * shared.share * (0.5 + 0.5 * offsetsDiffer),
    reason: `${percent(shared.share)} of neighbouring traces share the number in byte ${shared.place.byte}, as traces of one gather do.`,
  };
}

function sameShare(columns: ProbeColumns, place: HeaderPlace): number {
  const numbers = columns.of(place);
  const { neighbours } = columns;
  return neighbours.filter((i) => numbers[i] === numbers[i + 1]).length / Math.max(1, neighbours.length);
}

function commonest(values: readonly number[]): [value: number, share: number] {
  const uses = new Map<number, number>();
  for (const value of values) uses.set(value, (uses.get(value) ?? 0) + 1);
  const [value, most] = [...uses].toSorted(([, one], [, other]) => other - one)[0]!;
  return [value, most / values.length];
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;
