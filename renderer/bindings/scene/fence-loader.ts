/**
 * Asks for the pictures of fences, one after the other: at most two pictures are on their way to a page, and the sections'
 * come first. The line that is looked at comes before the others.
 */
import type { EngineCalls } from '../../../shared/contract.ts';
import { planeKey, type Decimation, type SurveyPlane } from '../../../shared/slices.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { traceIndex } from '../../../shared/units.ts';
import type { Clock } from '../../engine-client/clock.ts';
import { loadedPicture, type LoadedPicture } from '../../engine-client/loaded-picture.ts';
import type { RequestIds } from '../../engine-client/request-ids.ts';
import { fenceDecimation } from '../../state/scene/fence-decimation.ts';
import type { SceneFence } from '../../state/scene/scene-situation.ts';
import type { ViewerStores } from '../viewer-stores.ts';
import type { FenceBoard } from './fence-board.ts';

export interface FenceLoaderOptions {
  readonly stores: Pick<ViewerStores, 'scene'>;
  readonly calls: Pick<EngineCalls, 'readSlice' | 'acknowledgeSlice' | 'cancelSlice'>;
  readonly board: FenceBoard;
  readonly ids: RequestIds;
  readonly clock: Clock;
  readonly onArrived: (picture: LoadedPicture) => void;
}

interface WantedPicture {
  readonly key: string;
  readonly info: SurveyInfo;
  readonly plane: SurveyPlane;
  readonly decimation: Decimation;
  /** Names the picture. */
  readonly name: string;
}

/** Lives as long as one connection. */
export class FenceLoader {
  readonly #options: FenceLoaderOptions;
  readonly #stopFollowing: () => void;
  /** What was asked for last of each fence, also where it could not be had. */
  readonly #asked = new Map<string, { readonly info: SurveyInfo; readonly name: string }>();
  #running: { readonly wanted: WantedPicture; readonly requestId: number } | null = null;
  #isClosed = false;

  constructor(options: FenceLoaderOptions) {
    this.#options = options;
    this.#stopFollowing = options.stores.scene.subscribe(({ situation }, earlier) => {
      if (situation !== earlier.situation) this.#follow();
    });
    this.#follow();
  }

  close(): void {
    this.#isClosed = true;
    this.#stopFollowing();
  }

  #follow(): void {
    const { stores, board, calls } = this.#options;
    const keys = new Set(stores.scene.getState().situation.fences.map(({ key }) => key));
    board.keep(keys);
    for (const key of this.#asked.keys()) if (!keys.has(key)) this.#asked.delete(key);
    const { running } = { running: this.#running };
    if (running !== null && !keys.has(running.wanted.key)) {
      void calls.cancelSlice(running.requestId).catch(() => undefined);
    }
    this.#next();
  }

  #next(): void {
    if (this.#running !== null || this.#isClosed) return;
    const { fences, activeKey } = this.#options.stores.scene.getState().situation;
    const isMissing = (fence: SceneFence): boolean => {
      const asked = this.#asked.get(fence.key);
      return asked?.info !== fence.info || asked.name !== wantedPicture(fence, fences.length).name;
    };
    const first = fences.find((fence) => fence.key === activeKey && isMissing(fence)) ?? fences.find(isMissing);
    if (first !== undefined) void this.#read(wantedPicture(first, fences.length));
  }

  /** One that cannot be had stays an outline: the section of the line says why. */
  async #read(wanted: WantedPicture): Promise<void> {
    const { calls, ids, clock } = this.#options;
    const requestId = ids.next().exact;
    const sentAtMs = clock.now();
    this.#running = { wanted, requestId };
    this.#asked.set(wanted.key, wanted);
    const { info, plane, decimation, key } = wanted;
    const reply = await calls
      .readSlice({ requestId, surveyId: info.id, plane, decimation, stream: 'fences' })
      .catch(() => null);
    this.#running = null;
    if (this.#isClosed) return;
    if (reply !== null) {
      void calls.acknowledgeSlice(requestId).catch(() => undefined);
      this.#take(key, info, loadedPicture(reply, clock.now() - sentAtMs, null));
    }
    this.#next();
  }

  #take(key: string, info: SurveyInfo, picture: LoadedPicture): void {
    const { stores, board, onArrived } = this.#options;
    const isWanted = stores.scene.getState().situation.fences.some((fence) => fence.key === key && fence.info === info);
    if (!isWanted) return;
    onArrived(picture);
    board.put(key, picture);
  }
}

function wantedPicture({ key, profile, info }: SceneFence, fenceCount: number): WantedPicture {
  const count = profile.x.length;
  const plane = { orientation: 'traces', index: traceIndex(0), count, line: profile.line } as const;
  const decimation = fenceDecimation(count, info.samples.count, fenceCount);
  return { key, info, plane, decimation, name: `${planeKey(plane)}/${decimation.rows}x${decimation.columns}` };
}
