/** Finds how far the open 2D lines agree where they cross, and the corrections that make them agree. */
import type { OpenTie, OpenTies, TieDetailRequest, TieLine, TiePlace, TieRequest } from '../../../shared/tie-calls.ts';
import { CrosslineError } from '../../../shared/errors.ts';
import type { Crossings } from '../../../shared/geometry/crossings/crossings.ts';
import type { OpenCrossings } from '../../../shared/crossing-calls.ts';
import type { TieCrossing } from '../../../shared/ties/tie-crossing.ts';
import { crossingWeights, traceAt, wantedTraces, type CrossingWeights } from '../../jobs/ties/crossing-traces.ts';
import { linesInTime } from '../../jobs/ties/lines-in-time.ts';
import type { JobRunner } from '../../jobs/job-runner.ts';
import type { CrossingFinder } from '../crossings/crossing-finder.ts';
import { openLines, type OpenLine } from '../crossings/open-lines.ts';
import type { SurveyRegistry } from '../survey-registry.ts';
import { chosenCrossings } from './chosen-crossings.ts';
import { TieTraces } from './tie-traces.ts';

type OpenTieCrossings = Pick<OpenTies, 'profiles' | 'crossings' | 'notes' | 'readCount'> & {
  readonly tied: readonly TieCrossing[];
};

/** Nothing else keeps a survey that is closed meanwhile from being read: its read then fails by itself. */
const NEVER = new AbortController().signal;

export class TieFinder {
  readonly #registry: Pick<SurveyRegistry, 'list' | 'get'>;
  readonly #crossings: CrossingFinder;
  readonly #runner: JobRunner | null;
  readonly #traces: TieTraces;
  /** One after the other: the next has the traces that the last one has read. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(registry: Pick<SurveyRegistry, 'list' | 'get'>, crossings: CrossingFinder, runner: JobRunner | null) {
    this.#registry = registry;
    this.#crossings = crossings;
    this.#runner = runner;
    this.#traces = new TieTraces(registry);
  }

  /** @throws CrosslineError usage where the host runs no jobs; cancelled, job-crashed; what reading throws */
  find(request: TieRequest): Promise<OpenTies> {
    const asked = performance.now();
    return this.#inTurn(async () => {
      const { tied, ...open } = await this.#read(request.tracesAround);
      const { profiles, crossings } = open;
      const references = placesOf(profiles, request.references);
      const rejected = request.rejected.flatMap((place) => placeOf(profiles, crossings, place) ?? []);
      const options = { ...request.options, references, rejected };
      const title = `Tying ${profiles.length} lines at ${tied.length} crossings`;
      const adjusted = { lineCount: profiles.length, crossings: tied, options };
      const ties = await this.#jobs().start('adjust', title, adjusted).result;
      return { ...open, ties, engineMs: performance.now() - asked };
    });
  }

  /** @throws CrosslineError usage for a crossing that is none (any more), or where the host runs no jobs; what reading throws */
  detail({ place, tracesAround, ...options }: TieDetailRequest): Promise<OpenTie> {
    return this.#inTurn(async () => {
      const { tied, profiles, crossings } = await this.#read(tracesAround);
      const at = placeOf(profiles, crossings, place);
      if (at === null) throw new CrosslineError({ code: 'usage', detail: 'These lines do not cross there any more' });
      const isTurned = !isLine(profiles[crossings.profile1[at]!]!, place.line1);
      const crossing = isTurned ? turned(tied[at]!) : tied[at]!;
      const detail = await this.#jobs().start('tie', 'Looking at a tie', { crossing, options }).result;
      return { traces: [crossing.trace1, crossing.trace2], detail };
    });
  }

  async #read(tracesAround: number): Promise<OpenTieCrossings> {
    const found = await this.#crossings.find({ algorithm: 'auto', selfCrossings: false });
    const lines = this.#linesOf(found);
    const weights = crossingWeights(lines, found, Math.max(2, tracesAround));
    const { traces, readCount } = await this.#traces.read(lines, wantedTraces(lines.length, weights), NEVER);
    const { isIn, notes } = linesInTime(lines, traces);
    const kept = [...weights.keys()].filter((k) => isIn[weights[k]!.line1]! && isIn[weights[k]!.line2]!);
    const tiedAt = ({ line1, line2, around1, around2 }: CrossingWeights): TieCrossing => ({
      line1,
      line2,
      trace1: traceAt(traces[line1]!, around1),
      trace2: traceAt(traces[line2]!, around2),
    });
    return {
      profiles: found.profiles,
      crossings: chosenCrossings(found.crossings, kept),
      notes: [...found.notes, ...notes],
      readCount,
      tied: kept.map((k) => tiedAt(weights[k]!)),
    };
  }

  /** The lines that the crossings count; one that was closed meanwhile has none any more. */
  #linesOf({ profiles }: OpenCrossings): readonly OpenLine[] {
    const { lines } = openLines(this.#registry);
    return profiles.map((profile) => {
      const line = lines.find((each) => isLine(each, profile));
      if (line === undefined) throw new CrosslineError({ code: 'survey-not-open', surveyId: profile.surveyId });
      return line;
    });
  }

  #inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    const next = this.#last.then(task);
    this.#last = next.catch(() => undefined);
    return next;
  }

  #jobs(): JobRunner {
    if (this.#runner === null) throw new CrosslineError({ code: 'usage', detail: 'This host runs no jobs' });
    return this.#runner;
  }
}

const isLine = (a: TieLine, b: TieLine): boolean => a.surveyId === b.surveyId && a.line === b.line;

const placesOf = (profiles: readonly TieLine[], lines: readonly TieLine[]): readonly number[] =>
  [...profiles.keys()].filter((at) => lines.some((line) => isLine(line, profiles[at]!)));

/** Null where there is no such crossing. */
function placeOf(
  profiles: readonly TieLine[],
  { profile1, profile2, t11, t21 }: Crossings,
  place: TiePlace,
): number | null {
  const isAt = (at: number, one: TieLine, other: TieLine, t1: number, t2: number): boolean =>
    t11[at] === t1 &&
    t21[at] === t2 &&
    isLine(profiles[profile1[at]!]!, one) &&
    isLine(profiles[profile2[at]!]!, other);
  const { line1, line2, t11: t1, t21: t2 } = place;
  const found = t11.findIndex((_, at) => isAt(at, line1, line2, t1, t2) || isAt(at, line2, line1, t2, t1));
  return found < 0 ? null : found;
}

const turned = ({ line1, line2, trace1, trace2 }: TieCrossing): TieCrossing => ({
  line1: line2,
  line2: line1,
  trace1: trace2,
  trace2: trace1,
});
