/** What one client does with headers: its filters' matches, and the tasks that it may cancel. */
import { CrosslineError, faultOf } from '../../../shared/errors.ts';
import { compileFilter, type CompiledFilter } from '../../../shared/headers/filter/compile-filter.ts';
import { parseFilter } from '../../../shared/headers/filter/parse-filter.ts';
import {
  MOST_ROWS_A_CALL,
  MOST_VALUES_A_CALL,
  type FilterId,
  type HeaderCalls,
  type HeaderDescription,
  type HeaderProgress,
  type HeaderRowsRequest,
  type HeaderTask,
} from '../../../shared/headers/header-calls.ts';
import type { HeaderPlace } from '../../../shared/mapping/header-place.ts';
import type { SurveyId } from '../../../shared/survey.ts';
import { throttledProgress } from '../../jobs/throttled-progress.ts';
import type { OpenSurvey } from '../open-survey.ts';
import type { SurveyRegistry } from '../survey-registry.ts';
import { checkedPlaces, checkedRange, checkInteger } from './checked-request.ts';
import { filterRows, findRow } from './filter-rows.ts';
import { readRows } from './read-rows.ts';
import { reduceColumn } from './reduce-column.ts';
import { summariseWords } from './summarise-words.ts';
import { allTraces, everyRow, type TraceRows } from './trace-rows.ts';
import type { RowTask } from './visit-rows.ts';

const MOST_FILTERS = 8;
/** More points than any screen has columns. */
const MOST_BUCKETS = 16_384;

interface KeptFilter {
  readonly survey: OpenSurvey;
  readonly rows: TraceRows;
}

export class HeaderDesk {
  readonly #registry: SurveyRegistry;
  readonly #tell: (progress: HeaderProgress) => void;
  readonly #filters = new Map<FilterId, KeptFilter>();
  readonly #running = new Map<number, AbortController>();
  readonly #closing = new AbortController();
  #filterCount = 0;

  constructor(registry: SurveyRegistry, tell: (progress: HeaderProgress) => void) {
    this.#registry = registry;
    this.#tell = tell;
  }

  /** Stops all tasks and lets go of all matches. */
  close(): void {
    this.#closing.abort();
    this.#filters.clear();
  }

  readonly calls: HeaderCalls = {
    describeHeaders: (surveyId) => this.#reading(surveyId, ({ source }) => source.describeHeaders()),

    readTraceHeader: (surveyId, trace) => this.#reading(surveyId, ({ source }) => source.readTraceHeader(trace)),

    readTraceHeaders: (request) =>
      this.#reading(request.surveyId, async (survey) => {
        const { first, count } = request;
        const rows = this.#rowsOf(request, survey);
        const places = await this.#placesOf(survey, request.places);
        const most = Math.min(MOST_ROWS_A_CALL, Math.floor(MOST_VALUES_A_CALL / Math.max(1, places.length)));
        checkedRange(first, count, most, rows.count);
        const block = await readRows(survey.source, rows, { first, count }, places, this.#closing.signal);
        const values = new Float64Array(places.length * count);
        block.columns.forEach((column, index) => values.set(column, index * count));
        return { first, traces: block.traces, values };
      }),

    summariseHeaders: (request) =>
      this.#task(request, async (survey, task) => {
        const rows = this.#rowsOf(request, survey);
        const places = await this.#placesOf(survey, request.places);
        const { most } = request;
        if (most !== null) checkInteger('number of rows', most, 1, Number.MAX_SAFE_INTEGER);
        const step = most === null ? 1 : Math.max(1, Math.ceil(rows.count / most));
        return await summariseWords(survey.source, everyRow(rows, step), places, task);
      }),

    readHeaderColumn: (request) =>
      this.#task(request, async (survey, task) => {
        const { first, count, buckets } = request;
        const rows = this.#rowsOf(request, survey);
        const [place] = await this.#placesOf(survey, [request.place]);
        checkedRange(first, count, rows.count, rows.count);
        checkInteger('number of buckets', buckets, 1, MOST_BUCKETS);
        return await reduceColumn(survey.source, rows, place!, { first, count, buckets }, task);
      }),

    filterTraces: (request) =>
      this.#task(request, async (survey, task) => {
        const filter = await this.#compiled(survey, request.expression);
        const rows = await filterRows(survey.source, allTraces(survey.source.info.traceCount), filter, task);
        return { filterId: this.#keep({ survey, rows }), matchCount: rows.count };
      }),

    findTrace: (request) =>
      this.#task(request, async (survey, task) => {
        const { from, direction } = request;
        const rows = this.#rowsOf(request, survey);
        const filter = await this.#compiled(survey, request.expression);
        if (rows.count === 0) return null;
        checkInteger('row', from, 0, rows.count - 1);
        const search = { from, direction: direction === -1 ? -1 : 1 } as const;
        return await findRow(survey.source, rows, filter, search, task);
      }),

    rowOfTrace: (request) =>
      this.#reading(request.surveyId, (survey) => {
        const rows = this.#rowsOf(request, survey);
        checkInteger('trace', request.trace, 0, survey.source.info.traceCount - 1);
        if (rows.count === 0) return Promise.resolve(null);
        const row = Math.min(rows.rowFrom(request.trace), rows.count - 1);
        return Promise.resolve({ row, trace: rows.tracesOf(row, 1)[0]! });
      }),

    locateTrace: (surveyId, trace) =>
      this.#reading(surveyId, ({ source }) => Promise.resolve(source.locateTrace(trace))),

    dropFilter: (filterId) => {
      this.#filters.delete(filterId);
      return Promise.resolve();
    },

    cancelHeaderTask: (requestId) => {
      this.#running.get(requestId)?.abort();
      return Promise.resolve();
    },
  };

  /** A file that has changed fails its survey here as it does for slices. */
  async #reading<Result>(surveyId: SurveyId, read: (survey: OpenSurvey) => Promise<Result>): Promise<Result> {
    const survey = this.#registry.get(surveyId);
    survey.checkReadable();
    try {
      return await read(survey);
    } catch (thrown) {
      const fault = faultOf(thrown);
      if (fault.code === 'file-changed') this.#registry.fail(survey, fault);
      throw thrown;
    }
  }

  /** Can be cancelled from the moment it was asked for. */
  async #task<Result>(
    { requestId, surveyId }: HeaderTask & { readonly surveyId: SurveyId },
    run: (survey: OpenSurvey, task: RowTask) => Promise<Result>,
  ): Promise<Result> {
    const controller = new AbortController();
    this.#running.set(requestId, controller);
    const signal = AbortSignal.any([controller.signal, this.#closing.signal]);
    const onProgress = throttledProgress((done, total) => this.#tell({ requestId, done, total }));
    try {
      return await this.#reading(surveyId, (survey) => run(survey, { signal, onProgress }));
    } finally {
      if (this.#running.get(requestId) === controller) this.#running.delete(requestId);
    }
  }

  /** @throws CrosslineError filter-gone */
  #rowsOf({ filterId }: HeaderRowsRequest, survey: OpenSurvey): TraceRows {
    if (filterId === null) return allTraces(survey.source.info.traceCount);
    const kept = this.#filters.get(filterId);
    if (kept?.survey !== survey) throw new CrosslineError({ code: 'filter-gone' });
    return kept.rows;
  }

  #keep(filter: KeptFilter): FilterId {
    this.#filterCount += 1;
    this.#filters.set(this.#filterCount, filter);
    const [oldest] = this.#filters.keys();
    if (this.#filters.size > MOST_FILTERS) this.#filters.delete(oldest!);
    return this.#filterCount;
  }

  async #compiled(survey: OpenSurvey, expression: string): Promise<CompiledFilter> {
    const { traceHeaderBytes: headerBytes } = await described(survey);
    const mapping = survey.source.info.mapping?.mapping ?? null;
    return compileFilter(parseFilter(expression, { mapping, headerBytes }));
  }

  async #placesOf(survey: OpenSurvey, places: readonly HeaderPlace[]): Promise<readonly HeaderPlace[]> {
    return checkedPlaces(places, (await described(survey)).traceHeaderBytes);
  }
}

async function described({ source }: OpenSurvey): Promise<HeaderDescription> {
  const description = await source.describeHeaders();
  if (description !== null) return description;
  throw new CrosslineError({ code: 'usage', detail: `${source.info.name} has no SEG-Y headers` });
}
