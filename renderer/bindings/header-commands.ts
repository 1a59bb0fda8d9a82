/** What the header inspector asks of the engine, and how it moves the views. */
import { CrosslineError } from '../../shared/errors.ts';
import type {
  FilterId,
  FilterMatches,
  FoundTrace,
  HeaderCalls,
  HeaderDescription,
  HeaderRows,
  HeaderRowsRequest,
  HeaderTask,
} from '../../shared/headers/header-calls.ts';
import type { HeaderColumn, WordStatistics } from '../../shared/headers/header-statistics.ts';
import type { SurveyId, SurveyInfo } from '../../shared/survey.ts';
import type { TracePlace } from '../../shared/trace-place.ts';
import { changeHeadersView } from '../state/headers-store.ts';
import { orientationsOf, tracesShown } from '../state/plane-positions.ts';
import { chooseLine } from '../state/view-store.ts';
import type { EngineLink } from './engine-link.ts';
import type { PositionMover } from './position-mover.ts';
import type { ViewerStores } from './viewer-stores.ts';

type RequestOf<Name extends keyof HeaderCalls> = Omit<Parameters<HeaderCalls[Name]>[0] & object, keyof HeaderTask>;

export class HeaderCommands {
  readonly #stores: ViewerStores;
  readonly #link: EngineLink;
  readonly #mover: PositionMover;
  #lastRequestId = 0;

  constructor(stores: ViewerStores, link: EngineLink, mover: PositionMover) {
    this.#stores = stores;
    this.#link = link;
    this.#mover = mover;
  }

  async describe(surveyId: SurveyId): Promise<HeaderDescription | null> {
    return await this.#link.calls.describeHeaders(surveyId);
  }

  async readTrace(surveyId: SurveyId, trace: number): Promise<Uint8Array> {
    return await this.#link.calls.readTraceHeader(surveyId, trace);
  }

  async readRows(request: RequestOf<'readTraceHeaders'>): Promise<HeaderRows> {
    return await this.#link.calls.readTraceHeaders(request);
  }

  async rowOf(request: HeaderRowsRequest, trace: number): Promise<FoundTrace | null> {
    return await this.#link.calls.rowOfTrace({ ...request, trace });
  }

  async summarise(request: RequestOf<'summariseHeaders'>, signal: AbortSignal): Promise<readonly WordStatistics[]> {
    return await this.#run(signal, (task) => this.#link.calls.summariseHeaders({ ...request, ...task }));
  }

  async readColumn(request: RequestOf<'readHeaderColumn'>, signal: AbortSignal): Promise<HeaderColumn> {
    return await this.#run(signal, (task) => this.#link.calls.readHeaderColumn({ ...request, ...task }));
  }

  /** The matches are to be dropped with `dropFilter`. */
  async filter(surveyId: SurveyId, expression: string, signal: AbortSignal): Promise<FilterMatches> {
    return await this.#run(signal, (task) => this.#link.calls.filterTraces({ surveyId, expression, ...task }));
  }

  async find(request: RequestOf<'findTrace'>, signal: AbortSignal): Promise<FoundTrace | null> {
    return await this.#run(signal, (task) => this.#link.calls.findTrace({ ...request, ...task }));
  }

  /** Without an engine there is nothing to drop there. */
  dropFilter(filterId: FilterId): void {
    if (this.#stores.session.getState().connection.status !== 'ready') return;
    this.#link.calls.dropFilter(filterId).catch(() => undefined);
  }

  /** Chooses a trace, and moves the views to where it is seen. @param inputAtMs `timeStamp` of the input event */
  async showTrace(info: SurveyInfo, trace: number, inputAtMs: number): Promise<void> {
    this.#stores.headers.setState(changeHeadersView(info, { trace }));
    const place = await this.#link.calls.locateTrace(info.id, trace).catch(() => null);
    const isStillShown = this.#stores.view.getState().activeSurveyId === info.id;
    if (place !== null && isStillShown) this.#moveTo(info, place, inputAtMs);
  }

  #moveTo(info: SurveyInfo, place: TracePlace, inputAtMs: number): void {
    const { view, cursor } = this.#stores;
    if (place.kind === 'grid') {
      const orientations = orientationsOf(info);
      if (!orientations.includes(view.getState().orientation)) view.setState({ orientation: orientations[0]! });
      this.#mover.moveTo('inline', place.inline, inputAtMs);
      this.#mover.moveTo('crossline', place.crossline, inputAtMs);
      const sample = this.#mover.indexOf('sample') ?? 0;
      const position = { inline: place.inline, crossline: place.crossline, sample };
      cursor.setState({ source: null, position, reading: null });
      return;
    }
    if (place.kind === 'line' && view.getState().positions[info.id]?.line !== place.line) {
      view.setState(chooseLine(info, place.line));
    }
    const line = view.getState().positions[info.id]?.line;
    if (line === undefined) return;
    this.#mover.moveTo('traces', place.index - Math.floor(tracesShown(info, line) / 2), inputAtMs);
  }

  async #run<Result>(signal: AbortSignal, call: (task: HeaderTask) => Promise<Result>): Promise<Result> {
    if (signal.aborted) throw new CrosslineError({ code: 'cancelled' });
    this.#lastRequestId += 1;
    const requestId = this.#lastRequestId;
    const cancel = (): void => void this.#link.calls.cancelHeaderTask(requestId).catch(() => undefined);
    signal.addEventListener('abort', cancel, { once: true });
    try {
      return await call({ requestId });
    } finally {
      signal.removeEventListener('abort', cancel);
      this.#stores.headers.setState(({ progress }) => (progress?.requestId === requestId ? { progress: null } : {}));
    }
  }
}
