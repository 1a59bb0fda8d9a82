/** Joins the connection and the session: what the engine tells goes into the stores, and a lost engine is brought back. */
import type { EngineCalls, EngineEvents, EngineHello } from '../../shared/contract.ts';
import type { CubeFileState } from '../../shared/cube-file.ts';
import { CrosslineError, faultOf } from '../../shared/errors.ts';
import type { MappingOverrides } from '../../shared/mapping/segy-mapping.ts';
import type { Orientation } from '../../shared/slices.ts';
import type { SurveyId, SurveyInfo } from '../../shared/survey.ts';
import type { Transport } from '../../shared/wire/transport.ts';
import type { Clock } from '../engine-client/clock.ts';
import { EngineConnection, type ConnectionState } from '../engine-client/connection.ts';
import type { PictureBoard } from '../engine-client/picture-board.ts';
import type { SplitBoard } from './crossings/split-board.ts';
import type { ProfileBoard } from '../engine-client/profile-board.ts';
import type { Presentations } from '../engine-client/presentations.ts';
import { reopenSurveys } from '../engine-client/reopen.ts';
import { RequestIds } from '../engine-client/request-ids.ts';
import { takeProgress } from '../state/folder-store.ts';
import * as changes from '../state/session-changes.ts';
import { hasSameMapping } from '../state/mapping-key.ts';
import { surveyOf } from '../state/session-store.ts';
import { renameLines } from '../state/ties/tie-choices.ts';
import { activateSurvey, followGeometry, forgetSurvey, renameSurvey } from '../state/view-store.ts';
import { CrossingSearch } from './crossings/crossing-search.ts';
import { AlongLoader } from './along/along-loader.ts';
import { SplitLoader } from './crossings/split-loader.ts';
import type { Frames } from './frames.ts';
import { lookThroughFolder } from './look-through-folder.ts';
import { NavigationLoader } from './navigation-loader.ts';
import { ProfileLoader } from './profile-loader.ts';
import type { FenceBoard } from './scene/fence-board.ts';
import { FenceLoader } from './scene/fence-loader.ts';
import { SliceLoader } from './slice-loader.ts';
import type { TieBoard } from './ties/tie-board.ts';
import { TieLoader } from './ties/tie-loader.ts';
import { TieSearch } from './ties/tie-search.ts';
import type { TimingRecorder } from './timing-recorder.ts';
import type { ViewerStores } from './viewer-stores.ts';

export interface EngineLinkOptions {
  readonly stores: ViewerStores;
  readonly board: PictureBoard;
  readonly splitBoard: SplitBoard;
  readonly tieBoard: TieBoard;
  readonly alongBoard: PictureBoard;
  readonly fenceBoard: FenceBoard;
  readonly profiles: ProfileBoard;
  readonly presentations: Presentations;
  readonly recorder: TimingRecorder;
  readonly clock: Clock;
  readonly frames: Frames;
  openTransport(): Promise<Transport>;
}

export class EngineLink {
  readonly #options: EngineLinkOptions;
  readonly #connection: EngineConnection;
  readonly #ids = new RequestIds();
  #calls: EngineCalls | null = null;
  #loader: SliceLoader | null = null;
  #crossings: CrossingSearch | null = null;
  #ties: TieSearch | null = null;
  #along: AlongLoader | null = null;
  /** What else lives as long as the connection, and is only to be closed with it. */
  #followers: readonly { close(): void }[] = [];
  #hasOpenedRequested = false;

  constructor(options: EngineLinkOptions) {
    this.#options = options;
    this.#connection = new EngineConnection({
      openTransport: () => options.openTransport(),
      clock: options.clock,
      events: this.#events(),
      onState: (state) => this.#onState(state),
    });
    options.stores.view.subscribe(({ activeSurveyId }, earlier) => {
      if (activeSurveyId !== earlier.activeSurveyId) this.#completeSurvey(activeSurveyId);
    });
  }

  /** @throws CrosslineError engine-lost while there is no engine */
  get calls(): EngineCalls {
    if (this.#calls === null) throw new CrosslineError({ code: 'engine-lost' });
    return this.#calls;
  }

  connect(): void {
    this.#connection.connect();
  }

  /** Whether the pictures keep up with the position; true also where none can be read. */
  isReady(orientation: Orientation): boolean {
    return this.#loader?.isReady(orientation) ?? true;
  }

  reloadSlices(): void {
    this.#loader?.reload();
    this.#along?.reload();
  }

  /** Also where no line came, went or changed. */
  searchCrossings(): void {
    this.#crossings?.searchAgain();
  }

  /** Also where no line, setting or choice has changed. */
  tieLines(): void {
    this.#ties?.tieAgain();
  }

  /** Opens a file, or brings an open one to the front; of a folder, the list. A failure is listed under its path. */
  async open(path: string, overrides: MappingOverrides | null = null): Promise<void> {
    const { session, folder } = this.#options.stores;
    session.setState(changes.startOpening(path));
    try {
      this.adopt(path, await this.calls.openSurvey(path, overrides ?? undefined));
    } catch (thrown) {
      const fault = faultOf(thrown);
      if (fault.code !== 'is-folder') {
        session.setState(changes.failOpening(path, fault));
        return;
      }
      session.setState(changes.dismissOpening(path));
      await lookThroughFolder(folder, this.calls, fault.path);
    }
  }

  /** Lists a survey that was opened, and looks at it. */
  adopt(openedFrom: string, info: SurveyInfo): void {
    const { session, view } = this.#options.stores;
    // Looked at before: a survey that had failed comes back under its id, with another content.
    const isSeen = view.getState().positions[info.id] !== undefined;
    session.setState(changes.addSurvey(openedFrom, info));
    view.setState(activateSurvey(info));
    if (isSeen) void this.#readStatistics(info.id);
  }

  /** What is known of an open survey changed. Read by another mapping, its amplitudes are others. */
  follow(info: SurveyInfo): void {
    const { session, view } = this.#options.stores;
    const earlier = surveyOf(session.getState(), info.id);
    session.setState(changes.updateSurvey(info));
    view.setState(followGeometry(info));
    if (earlier === null || hasSameMapping(earlier.info, info)) return;
    if (view.getState().activeSurveyId === info.id) void this.#readStatistics(info.id);
    else session.setState(changes.forgetStatistics(info.id));
  }

  /** Reads the recent list anew; it is convenience, so a failure leaves the earlier one. */
  async refreshRecents(): Promise<void> {
    const recents = await this.calls.listRecent().catch(() => null);
    if (recents !== null) this.#options.stores.session.setState({ recents });
  }

  #onState(state: ConnectionState): void {
    const { session } = this.#options.stores;
    if (state.status === 'ready') {
      void this.#begin(state.calls, state.hello);
      return;
    }
    this.#calls = null;
    this.#loader?.close();
    this.#loader = null;
    this.#crossings?.close();
    this.#crossings = null;
    for (const follower of this.#followers) follower.close();
    this.#followers = [];
    this.#along = null;
    this.#ties = null;
    session.setState({
      connection:
        state.status === 'lost'
          ? { status: 'lost', fault: state.fault, attempt: state.attempt }
          : session.getState().connection.status === 'lost'
            ? session.getState().connection
            : { status: 'connecting' },
    });
  }

  async #begin(calls: EngineCalls, hello: EngineHello): Promise<void> {
    const {
      stores,
      board,
      profiles,
      splitBoard,
      tieBoard,
      alongBoard,
      fenceBoard,
      presentations,
      recorder,
      clock,
      frames,
    } = this.#options;
    this.#calls = calls;
    stores.session.setState({ hello, connection: { status: 'ready' }, jobs: await calls.listJobs().catch(() => []) });
    await this.#reopen(calls);
    if (this.#calls !== calls) return;
    this.#crossings = new CrossingSearch({ stores, calls, clock, frames });
    const onArrived = recorder.arrived.bind(recorder);
    const onShown = this.#completeSurvey.bind(this);
    this.#loader = new SliceLoader({ stores, calls, board, presentations, ids: this.#ids, clock, onArrived, onShown });
    this.#along = new AlongLoader({ stores, calls, board: alongBoard, ids: this.#ids, clock, onArrived, onShown });
    this.#ties = new TieSearch({ stores, calls, clock });
    this.#followers = [
      this.#along,
      this.#ties,
      new FenceLoader({ stores, calls, board: fenceBoard, ids: this.#ids, clock, onArrived }),
      new NavigationLoader({ stores, calls }),
      new ProfileLoader({ stores, calls, profiles }),
      new SplitLoader({ stores, calls, board: splitBoard, ids: this.#ids, clock, onArrived, onShown }),
      new TieLoader({ stores, calls, board: tieBoard }),
    ];
    if (!this.#hasOpenedRequested) {
      this.#hasOpenedRequested = true;
      for (const { path, overrides } of await calls.listRequested().catch(() => [])) await this.open(path, overrides);
    }
    await this.refreshRecents().catch(() => undefined);
  }

  async #reopen(calls: EngineCalls): Promise<void> {
    const { session, view, ties } = this.#options.stores;
    const open = session.getState().surveys.map(({ info, openedFrom }) => ({
      id: info.id,
      openedFrom,
      overrides: info.mapping?.overrides ?? info.dataset,
    }));
    for (const { earlierId, outcome } of await reopenSurveys(calls, open)) {
      if ('fault' in outcome) {
        session.setState(changes.failSurvey(earlierId, outcome.fault));
      } else {
        session.setState(changes.replaceSurvey(earlierId, outcome.info));
        view.setState(renameSurvey(earlierId, outcome.info.id));
        ties.setState(({ history }) => ({ history: renameLines(earlierId, outcome.info.id)(history) }));
        view.setState(followGeometry(outcome.info));
      }
    }
  }

  /**
   * Of the survey that comes to be looked at: of five hundred lines, those of the rest would take ten seconds of reading.
   * Until they are there the pictures are clipped by their own amplitudes, so a failure only leaves the histogram empty.
   */
  #completeSurvey(id: SurveyId | null): void {
    if (id === null || this.#calls === null) return;
    const { statistics, cubeFiles } = this.#options.stores.session.getState();
    if (statistics[id] === undefined) void this.#readStatistics(id);
    if (cubeFiles[id] === undefined) void this.#readCubeFile(id);
  }

  /** A cube file that is lost while it serves is told once; the details go on telling. */
  #setCubeFile(id: SurveyId, cubeFile: CubeFileState): void {
    const { session } = this.#options.stores;
    session.setState(changes.setCubeFile(id, cubeFile));
    if (cubeFile.status === 'lost') session.setState({ notice: cubeFile.fault });
  }

  async #readCubeFile(id: SurveyId): Promise<void> {
    const cubeFile = await this.calls.readCubeFile(id).catch(() => null);
    if (cubeFile !== null) this.#options.stores.session.setState(changes.setCubeFile(id, cubeFile));
  }

  async #readStatistics(id: SurveyId): Promise<void> {
    const statistics = await this.calls.readStatistics(id).catch(() => null);
    if (statistics !== null) this.#options.stores.session.setState(changes.setStatistics(id, statistics));
  }

  #events(): EngineEvents {
    const { session, view, headers, folder } = this.#options.stores;
    return {
      surveyChanged: (info) => this.follow(info),
      surveyClosed: (surveyId) => {
        session.setState(changes.removeSurvey(surveyId));
        view.setState(forgetSurvey(surveyId));
      },
      surveyFailed: ({ surveyId, fault }) => session.setState(changes.failSurvey(surveyId, fault)),
      cubeFileChanged: ({ surveyId, cubeFile }) => this.#setCubeFile(surveyId, cubeFile),
      jobChanged: (job) => session.setState(changes.updateJob(job)),
      headerProgress: (progress) => headers.setState({ progress }),
      folderProgress: (progress) => folder.setState(takeProgress(progress)),
      openRequested: ({ path, overrides }) => void this.open(path, overrides),
    };
  }
}
