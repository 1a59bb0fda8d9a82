/** Collects which segments meet. Exact decisions are made here, so an algorithm may offer any pair, in any order, twice. */
import { APART, meetSegments, OVERLAP } from './meet-segments.ts';
import type { Segments } from './segments.ts';

export interface MeetingOptions {
  /** Segments of one profile count, too, where they are not neighbours or fold back on each other. */
  readonly selfCrossings: boolean;
  /** One element a profile: pairs without a 1 are left out. Null: none are. */
  readonly wanted: Uint8Array | null;
}

/** Pairs of segments, `first[i]` < `second[i]`; segments ascend with profiles. */
export interface SegmentPairs {
  readonly first: readonly number[];
  readonly second: readonly number[];
}

export class Meetings {
  readonly segments: Segments;
  readonly #crossings = { first: [] as number[], second: [] as number[] };
  readonly #overlaps = { first: [] as number[], second: [] as number[] };
  readonly #options: MeetingOptions;

  constructor(segments: Segments, options: MeetingOptions) {
    this.segments = segments;
    this.#options = options;
  }

  get crossings(): SegmentPairs {
    return this.#crossings;
  }

  get overlaps(): SegmentPairs {
    return this.#overlaps;
  }

  /** Whether segments of the two profiles count. */
  isWanted(p: number, q: number): boolean {
    const { selfCrossings, wanted } = this.#options;
    if (p === q && !selfCrossings) return false;
    return wanted === null || wanted[p] === 1 || wanted[q] === 1;
  }

  /** Notes how two segments of a wanted pair of profiles meet; false where they do not. */
  offer(a: number, b: number): boolean {
    const first = Math.min(a, b);
    const second = Math.max(a, b);
    const meeting = meetSegments(this.segments, first, second);
    if (meeting === APART) return false;
    const pairs = meeting === OVERLAP ? this.#overlaps : this.#crossings;
    pairs.first.push(first);
    pairs.second.push(second);
    return true;
  }
}
