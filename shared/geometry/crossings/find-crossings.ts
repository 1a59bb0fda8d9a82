/** Where profiles cross and overlap. What counts, and how it is decided: README.md. */
import { meetByBinarySearch } from './binary-search.ts';
import { meetByBruteForce } from './brute-force.ts';
import type { Crossings, Overlap } from './crossings.ts';
import { Meetings } from './meetings.ts';
import { joinOverlaps, overlapPieces } from './overlap-pieces.ts';
import type { ProfileLines } from './profile-lines.ts';
import { createSegments } from './segments.ts';
import { settleCrossings } from './settle-crossings.ts';
import { meetBySweep } from './sweep/bentley-ottmann.ts';

export type CrossingAlgorithm = 'brute-force' | 'binary-search' | 'bentley-ottmann';

/** `auto`: the fastest for the input (README.md). */
export const CROSSING_ALGORITHMS = ['auto', 'brute-force', 'binary-search', 'bentley-ottmann'] as const;

export interface CrossingOptions {
  readonly algorithm?: (typeof CROSSING_ALGORITHMS)[number];
  /** Also where a profile crosses itself. */
  readonly selfCrossings?: boolean;
  /** Only pairs with one of these profiles; null: all pairs. */
  readonly only?: readonly number[] | null;
  /** In steps of the algorithm. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Called as each begins: what vertices there are, which segments meet, and in which order and where. */
  readonly onStage?: (stage: 'index' | 'search' | 'exact') => void;
}

export interface FoundCrossings {
  /** That was used. */
  readonly algorithm: CrossingAlgorithm;
  /** By profile1, profile2, t11, t21. */
  readonly crossings: Crossings;
  /** By profile1, profile2, t1From, t2From. */
  readonly overlaps: readonly Overlap[];
}

type Progress = (done: number, total: number) => void;

/** Up to so many vertices nothing needs to be prepared (README.md). */
const FEW_VERTICES = 100;
/** Comparisons of boxes for each vertex after which a sweep would have been done long ago. */
const STEPS_PER_VERTEX = 25;

/** Profiles are numbered by their place in `lines`. All algorithms give the same to the last bit. */
export function findCrossings(
  lines: ProfileLines,
  {
    algorithm = 'auto',
    selfCrossings = false,
    only = null,
    onProgress = () => undefined,
    onStage = () => undefined,
  }: CrossingOptions = {},
): FoundCrossings {
  onStage('index');
  const segments = createSegments(lines);
  onStage('search');
  const wanted = only && markedProfiles(lines.starts.length - 1, only);
  const create = (): Meetings => new Meetings(segments, { selfCrossings, wanted });
  const { used, meetings } =
    algorithm === 'auto' ? meetFastest(create, onProgress) : meet(create, algorithm, onProgress);
  onStage('exact');
  const pieces = overlapPieces(segments, meetings.overlaps);
  return {
    algorithm: used,
    crossings: settleCrossings(segments, meetings.crossings, pieces),
    overlaps: joinOverlaps(segments, pieces),
  };
}

interface Met {
  readonly used: CrossingAlgorithm;
  readonly meetings: Meetings;
}

function meet(create: () => Meetings, used: CrossingAlgorithm, onProgress: Progress): Met {
  const meetings = create();
  if (used === 'brute-force') meetByBruteForce(meetings, onProgress);
  else if (used === 'binary-search') meetByBinarySearch(meetings, onProgress);
  else meetBySweep(meetings, onProgress);
  return { used, meetings };
}

/** Halving, unless it turns out to take longer than a sweep would: then what was found is dropped. */
function meetFastest(create: () => Meetings, onProgress: Progress): Met {
  const meetings = create();
  const vertices = meetings.segments.x.length;
  if (vertices <= FEW_VERTICES) return meet(create, 'brute-force', onProgress);
  const isDone = meetByBinarySearch(meetings, onProgress, STEPS_PER_VERTEX * vertices);
  return isDone ? { used: 'binary-search', meetings } : meet(create, 'bentley-ottmann', onProgress);
}

function markedProfiles(count: number, only: readonly number[]): Uint8Array {
  const marked = new Uint8Array(count);
  for (const profile of only) marked[profile] = 1;
  return marked;
}
