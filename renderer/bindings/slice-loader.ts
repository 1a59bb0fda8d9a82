/** Follows the view and keeps the board filled with the pictures that it asks for. */
import type { EngineCalls } from '../../shared/contract.ts';
import { planeKey, type Orientation } from '../../shared/slices.ts';
import type { SurveyId, SurveyInfo } from '../../shared/survey.ts';
import type { Clock } from '../engine-client/clock.ts';
import type { LoadedPicture } from '../engine-client/loaded-picture.ts';
import type { PictureBoard } from '../engine-client/picture-board.ts';
import type { Presentations } from '../engine-client/presentations.ts';
import type { RequestIds } from '../engine-client/request-ids.ts';
import { SliceStream } from '../engine-client/slice-stream.ts';
import { PLANE_ORIENTATIONS } from '../scene/plane-corners.ts';
import { indexCount, middlePositions, orientationsOf, planeOf } from '../state/plane-positions.ts';
import { mappingKey } from '../state/mapping-key.ts';
import { setSliceFault, setSliceWait } from '../state/session-changes.ts';
import { activeSurvey, type ViewerStores } from './viewer-stores.ts';

export interface SliceLoaderOptions {
  readonly stores: ViewerStores;
  readonly calls: EngineCalls;
  readonly board: PictureBoard;
  readonly presentations: Presentations;
  readonly ids: RequestIds;
  readonly clock: Clock;
  readonly onArrived: (picture: LoadedPicture) => void;
  /** A survey comes to be looked at beside the active one. */
  readonly onShown: (surveyId: SurveyId) => void;
}

/** Lives as long as one connection: its streams belong to that client of the engine. */
export class SliceLoader {
  readonly #options: SliceLoaderOptions;
  readonly #streams = new Map<Orientation, SliceStream>();
  /** What was last asked for, as text: a survey, its geometry and a position. */
  readonly #asked = new Map<Orientation, string>();
  readonly #stopFollowing: readonly (() => void)[];

  constructor(options: SliceLoaderOptions) {
    this.#options = options;
    const { session, view, scene } = options.stores;
    this.#stopFollowing = [
      session.subscribe(() => this.#follow()),
      view.subscribe(() => this.#follow()),
      scene.subscribe(() => this.#follow()),
    ];
    this.#follow();
  }

  /** Whether the latest position has been asked for, so that the next may come; see `SliceStream.isReady`. */
  isReady(orientation: Orientation): boolean {
    return this.#streams.get(orientation)?.isReady ?? true;
  }

  /** Asks again for what is shown, after a fault. */
  reload(): void {
    this.#asked.clear();
    this.#follow();
  }

  close(): void {
    for (const stop of this.#stopFollowing) stop();
    for (const stream of this.#streams.values()) stream.close();
  }

  #follow(): void {
    const { stores, board } = this.#options;
    const survey = activeSurvey(stores);
    if (survey?.fault !== null) {
      this.#asked.clear();
      if (survey === null) board.clear();
      return;
    }
    const { orientation: active } = stores.view.getState();
    const orientations = orientationsOf(survey.info);
    // The active one first: it is the one that is waited for.
    for (const orientation of [active, ...orientations.filter((other) => other !== active)]) {
      if (orientations.includes(orientation)) this.#ask(survey.info, orientation);
    }
    this.#followScene(survey.info);
  }

  /** The slices of the cube among which the 3D scene shows the line that is looked at. */
  #followScene(active: SurveyInfo): void {
    const { cube } = this.#options.stores.scene.getState().situation;
    if (cube === null || cube.id === active.id || !orientationsOf(active).includes('traces')) return;
    this.#options.onShown(cube.id);
    for (const orientation of PLANE_ORIENTATIONS) this.#ask(cube, orientation);
  }

  #ask(info: SurveyInfo, orientation: Orientation): void {
    const { positions, move } = this.#options.stores.view.getState();
    const current = positions[info.id] ?? middlePositions(info);
    const plane = planeOf(info, orientation, current);
    const asked = `${info.id} ${geometryOf(info)} ${planeKey(plane)}`;
    if (this.#asked.get(orientation) === asked) return;
    this.#asked.set(orientation, asked);
    this.#dropOtherSurvey(info, orientation);
    this.#streamOf(orientation).show({
      surveyId: info.id,
      plane,
      indexCount: indexCount(info, orientation, current.line),
      inputAtMs: move?.orientation === orientation ? move.inputAtMs : null,
    });
  }

  /** A picture of another survey would be a false one; one of another position waits for its successor. */
  #dropOtherSurvey(info: SurveyInfo, orientation: Orientation): void {
    const { board } = this.#options;
    const shown = board.latest(orientation);
    if (shown !== null && shown.surveyId !== info.id) board.drop(orientation);
  }

  #streamOf(orientation: Orientation): SliceStream {
    const known = this.#streams.get(orientation);
    if (known !== undefined) return known;
    const { calls, ids, clock, stores, board, presentations, onArrived } = this.#options;
    const stream = new SliceStream({
      name: orientation,
      calls,
      ids,
      clock,
      present: (picture) => {
        onArrived(picture);
        board.put(picture);
        stores.session.setState(setSliceFault(orientation, null));
        return presentations.ofPicture(picture);
      },
      onWait: (wait) => stores.session.setState(setSliceWait(orientation, wait)),
      onFault: (fault) => {
        // The connection tells of a lost engine, and what was asked is asked again once it is back.
        if (fault.code !== 'engine-lost') stores.session.setState(setSliceFault(orientation, fault));
      },
    });
    this.#streams.set(orientation, stream);
    return stream;
  }
}

/** Changes when earlier slices no longer fit: other axes, another mapping, or traces found missing or dead. */
const geometryOf = ({
  inline,
  crossline,
  samples,
  traceCount,
  missingTraceCount,
  deadTraceCount,
  mapping,
}: SurveyInfo): string =>
  JSON.stringify([inline, crossline, samples, traceCount, missingTraceCount, deadTraceCount, mappingKey(mapping)]);
