/** The trace nearest to a place, of all open lines: in the index that a job has built, or along one line until that is there. */
import { TraceIndex } from '../../../shared/geometry/nearest/trace-index.ts';
import type { CrossingProfile, OpenTraces } from '../../../shared/crossing-calls.ts';
import type { PointInWorld } from '../../../shared/geometry/world-from-grid.ts';
import type { Clock } from '../../engine-client/clock.ts';
import type { BoardProfile, ProfileBoard } from '../../engine-client/profile-board.ts';
import type { NearestOnMap } from '../../state/map/map-store.ts';

export interface TraceFinderOptions {
  readonly profiles: ProfileBoard;
  readonly clock: Clock;
  /** May reject: without an index lines are still found one by one. */
  readonly indexTraces: () => Promise<OpenTraces>;
}

/** Lines that are opened together come one by one. */
const QUIET_MS = 500;

interface Known {
  readonly index: TraceIndex;
  readonly profiles: readonly CrossingProfile[];
}

export class TraceFinder {
  readonly #options: TraceFinderOptions;
  readonly #stopFollowing: () => void;
  #known: Known | null = null;
  #stopWaiting: () => void = () => undefined;
  #isWanted = false;
  /** Raised whenever lines come or go: an index of earlier ones is dropped. */
  #run = 0;

  constructor(options: TraceFinderOptions) {
    this.#options = options;
    this.#stopFollowing = options.profiles.subscribe(() => this.#follow());
  }

  /** Keeps an index from here on: it takes a job and some megabytes, so not before a map is shown. */
  want(): void {
    if (this.#isWanted) return;
    this.#isWanted = true;
    this.#follow();
  }

  /** @param along the line that is pointed at, whose traces may be far apart; null where there is none */
  nearest(at: PointInWorld, mostDistance: number, along: BoardProfile | null): NearestOnMap | null {
    const found = this.#known?.index.nearest(at.x, at.y, mostDistance) ?? null;
    const profile = found === null ? null : this.#profileOf(found.profile);
    const isWanted = profile !== null && (along === null || profile === along);
    if (found !== null && isWanted) return describe(profile, found.trace);
    return along === null ? null : describe(along, nearestAlong(along, at));
  }

  close(): void {
    this.#run += 1;
    this.#stopWaiting();
    this.#stopFollowing();
  }

  #follow(): void {
    this.#run += 1;
    this.#known = null;
    this.#stopWaiting();
    if (!this.#isWanted || this.#options.profiles.profiles.length === 0) return;
    this.#stopWaiting = this.#options.clock.after(QUIET_MS, () => void this.#ask());
  }

  async #ask(): Promise<void> {
    const run = this.#run;
    const traces = await this.#options.indexTraces().catch(() => null);
    if (traces === null || run !== this.#run) return;
    this.#known = { index: new TraceIndex(traces.index, traces.starts), profiles: traces.profiles };
  }

  #profileOf(at: number): BoardProfile | null {
    const profile = this.#known?.profiles[at];
    return profile === undefined ? null : this.#options.profiles.find(profile.surveyId, profile.line);
  }
}

function nearestAlong({ x, y }: BoardProfile, at: PointInWorld): number {
  let nearest = 0;
  let least = Infinity;
  for (let trace = 0; trace < x.length; trace += 1) {
    const squared = (x[trace]! - at.x) ** 2 + (y[trace]! - at.y) ** 2;
    if (squared >= least) continue;
    least = squared;
    nearest = trace;
  }
  return nearest;
}

function describe(profile: BoardProfile, trace: number): NearestOnMap | null {
  const { surveyId, line, name, x, y, cdp } = profile;
  if (!(trace < x.length)) return null;
  // A line whose numbers are all the same has none.
  const hasCdps = cdp[0] !== cdp.at(-1) || (cdp[0] ?? 0) !== cdp[cdp.length >> 1];
  return { surveyId, line, trace, name, cdp: hasCdps ? cdp[trace]! : null, x: x[trace]!, y: y[trace]! };
}
