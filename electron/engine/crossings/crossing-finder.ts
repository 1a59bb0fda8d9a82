/** Finds where the open 2D lines cross, in a job, and again only for lines that came or changed since. */
import type { CrossingProfile, CrossingRequest, OpenCrossings, OpenTraces } from '../../../shared/crossing-calls.ts';
import { CrosslineError } from '../../../shared/errors.ts';
import { crossingPlaces } from '../../../shared/geometry/crossings/crossing-places.ts';
import type { CrossingAlgorithm } from '../../../shared/geometry/crossings/find-crossings.ts';
import {
  mergeCrossings,
  NO_CROSSINGS,
  type KnownCrossings,
} from '../../../shared/geometry/crossings/merge-crossings.ts';
import { packProfiles } from '../../../shared/geometry/crossings/profile-lines.ts';
import type { CrossResult } from '../../jobs/crossings/cross-lines.ts';
import type { JobRunner } from '../../jobs/job-runner.ts';
import type { SurveyRegistry } from '../survey-registry.ts';
import { crossingCdps } from './crossing-cdps.ts';
import { openLines, type OpenLine } from './open-lines.ts';

interface Known {
  readonly lines: readonly OpenLine[];
  readonly found: KnownCrossings;
  readonly algorithm: CrossingAlgorithm;
}

const NOTHING: Known = { lines: [], found: NO_CROSSINGS, algorithm: 'binary-search' };

export class CrossingFinder {
  readonly #registry: Pick<SurveyRegistry, 'list' | 'get'>;
  readonly #runner: JobRunner | null;
  /** The last result with and without self-crossings. */
  readonly #known = new Map<boolean, Known>();
  /** Searches follow each other: the next finds what the last one has found. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(registry: Pick<SurveyRegistry, 'list' | 'get'>, runner: JobRunner | null) {
    this.#registry = registry;
    this.#runner = runner;
  }

  /** @throws CrosslineError usage where the host runs no jobs; cancelled, job-crashed */
  find(request: CrossingRequest): Promise<OpenCrossings> {
    const asked = performance.now();
    const next = this.#last.then(() => this.#find(request));
    this.#last = next.catch(() => undefined);
    return next.then((found) => ({ ...found, engineMs: performance.now() - asked }));
  }

  /** @throws CrosslineError usage where the host runs no jobs; cancelled, job-crashed */
  async indexTraces(): Promise<OpenTraces> {
    const { lines } = openLines(this.#registry);
    const packed = packProfiles(lines);
    const title = `Indexing the traces of ${lines.length} lines`;
    const index = await this.#jobs().start('index', title, { lines: packed }).result;
    return { profiles: profilesOf(lines), starts: packed.starts, index };
  }

  async #find({ algorithm, selfCrossings }: CrossingRequest): Promise<Omit<OpenCrossings, 'engineMs'>> {
    const started = performance.now();
    const { lines, notes } = openLines(this.#registry);
    const loadMs = performance.now() - started;
    const known = followedBy(this.#known.get(selfCrossings) ?? NOTHING, lines);
    const { placeOf, only } = changesSince(known.lines, lines);
    const searchedAt = performance.now();
    const result = only.length === 0 ? null : await this.#search(lines, only, algorithm, selfCrossings);
    const jobMs = performance.now() - searchedAt;
    const found = mergeCrossings(known.found, placeOf, result ?? NO_CROSSINGS);
    const used = result?.algorithm ?? known.algorithm;
    this.#known.set(selfCrossings, { lines, found, algorithm: used });
    const { indexMs, searchMs, exactMs } = result?.stages ?? { indexMs: 0, searchMs: 0, exactMs: 0 };
    return {
      profiles: profilesOf(lines),
      ...found,
      places: { ...crossingPlaces(found.crossings, lines), ...crossingCdps(found.crossings, lines) },
      notes,
      algorithm: used,
      searchedCount: only.length,
      stages: { loadMs, indexMs, searchMs, exactMs },
      transferMs: result === null ? 0 : Math.max(0, jobMs - indexMs - searchMs - exactMs),
    };
  }

  async #search(
    lines: readonly OpenLine[],
    only: readonly number[],
    algorithm: CrossingRequest['algorithm'],
    selfCrossings: boolean,
  ): Promise<CrossResult> {
    const title = `Finding crossings of ${only.length === 1 ? lines[only[0]!]!.name : `${only.length} lines`}`;
    return await this.#jobs().start('cross', title, { lines: packProfiles(lines), algorithm, selfCrossings, only })
      .result;
  }

  #jobs(): JobRunner {
    if (this.#runner === null) throw new CrosslineError({ code: 'usage', detail: 'This host runs no jobs' });
    return this.#runner;
  }
}

const profilesOf = (lines: readonly OpenLine[]): readonly CrossingProfile[] =>
  lines.map(({ surveyId, line, name }) => ({ surveyId, line, name }));

const isSame = (a: OpenLine, b: OpenLine): boolean => a.info === b.info && a.line === b.line;

/** What is known, or nothing where lines that stayed no longer follow each other as they did. */
function followedBy(known: Known, lines: readonly OpenLine[]): Known {
  const { placeOf } = changesSince(known.lines, lines);
  const staying = placeOf.filter((place) => place >= 0);
  return staying.every((place, i) => i === 0 || place > staying[i - 1]!) ? known : NOTHING;
}

/** Where each earlier line is now (-1: gone), and which of the lines are new. */
function changesSince(
  earlier: readonly OpenLine[],
  lines: readonly OpenLine[],
): { readonly placeOf: Int32Array; readonly only: readonly number[] } {
  const keyOf = ({ surveyId, line }: OpenLine): string => `${surveyId}/${line}`;
  const places = new Map(lines.map((line, i) => [keyOf(line), i]));
  const placeOf = Int32Array.from(earlier, (line) => {
    const place = places.get(keyOf(line));
    return place !== undefined && isSame(line, lines[place]!) ? place : -1;
  });
  const staying = new Set(placeOf);
  return { placeOf, only: lines.map((_, i) => i).filter((i) => !staying.has(i)) };
}
