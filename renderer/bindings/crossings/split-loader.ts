/** Asks for the pictures of both sides of the split section, and for where their traces are. */
import type { EngineCalls } from '../../../shared/contract.ts';
import { planeKey } from '../../../shared/slices.ts';
import type { SurveyId, SurveyInfo } from '../../../shared/survey.ts';
import type { Clock } from '../../engine-client/clock.ts';
import type { LoadedPicture } from '../../engine-client/loaded-picture.ts';
import type { RequestIds } from '../../engine-client/request-ids.ts';
import { SliceStream } from '../../engine-client/slice-stream.ts';
import type { SplitSide } from '../../scene/split/split-geometry.ts';
import { SPLIT_SIDES } from '../../scene/split/split-scene.ts';
import { splitPlane, type SplitLine } from '../../state/crossings/split.ts';
import { NO_SIDE, type SplitSideState } from '../../state/crossings/split-store.ts';
import type { ViewerStores } from '../viewer-stores.ts';
import type { SplitBoard } from './split-board.ts';

export interface SplitLoaderOptions {
  readonly stores: Pick<ViewerStores, 'split'>;
  readonly calls: EngineCalls;
  readonly board: SplitBoard;
  readonly ids: RequestIds;
  readonly clock: Clock;
  readonly onArrived: (picture: LoadedPicture) => void;
  /** A survey comes to be looked at. */
  readonly onShown: (surveyId: SurveyId) => void;
}

interface Asked {
  readonly info: SurveyInfo;
  readonly key: string;
}

/** Lives as long as one connection: its streams belong to that client of the engine. */
export class SplitLoader {
  readonly #options: SplitLoaderOptions;
  readonly #streams: Readonly<Record<SplitSide, SliceStream>>;
  readonly #asked = new Map<SplitSide, Asked>();
  readonly #stopFollowing: () => void;

  constructor(options: SplitLoaderOptions) {
    this.#options = options;
    this.#streams = { left: this.#createStream('left'), right: this.#createStream('right') };
    this.#stopFollowing = options.stores.split.subscribe(({ current }, earlier) => {
      if (current !== earlier.current) this.#follow();
    });
    this.#follow();
  }

  close(): void {
    this.#asked.clear();
    this.#stopFollowing();
    for (const side of SPLIT_SIDES) this.#streams[side].close();
  }

  #follow(): void {
    const { stores, board } = this.#options;
    const { current } = stores.split.getState();
    if (current === null) {
      this.#asked.clear();
      board.clear();
      return;
    }
    if (current.hasTwoDomains) return;
    for (const side of SPLIT_SIDES) this.#ask(side, current[side]);
  }

  #ask(side: SplitSide, line: SplitLine): void {
    const plane = splitPlane(line);
    const asked: Asked = { info: line.info, key: planeKey(plane) };
    const earlier = this.#asked.get(side);
    if (earlier?.info === asked.info && earlier.key === asked.key) return;
    this.#asked.set(side, asked);
    this.#tell(side, NO_SIDE);
    this.#options.onShown(line.info.id);
    this.#streams[side].show({ surveyId: line.info.id, plane, indexCount: 1, inputAtMs: null });
    void this.#readNavigation(side, line, asked);
  }

  /** Without an answer the side has trace numbers alone. */
  async #readNavigation(side: SplitSide, line: SplitLine, asked: Asked): Promise<void> {
    const { info, profile, count } = line;
    const plane = splitPlane(line);
    const range = { surveyId: info.id, line: profile.line, first: plane.index, count, every: 1 };
    const navigation = await this.#options.calls.readNavigation(range).catch(() => null);
    if (navigation === null || this.#asked.get(side) !== asked) return;
    this.#tell(side, { shown: { surveyId: info.id, plane, navigation } });
  }

  #tell(side: SplitSide, change: Partial<SplitSideState>): void {
    this.#options.stores.split.setState((state) => ({ [side]: { ...state[side], ...change } }));
  }

  #createStream(side: SplitSide): SliceStream {
    const { calls, ids, clock, board, onArrived } = this.#options;
    return new SliceStream({
      name: `split:${side}`,
      calls,
      ids,
      clock,
      present: (picture) => {
        onArrived(picture);
        this.#tell(side, { fault: null });
        board.put(side, picture);
        return Promise.resolve();
      },
      onWait: () => undefined,
      onFault: (fault) => {
        // The connection tells of a lost engine, and what was asked is asked again once it is back.
        if (fault.code !== 'engine-lost') this.#tell(side, { fault });
      },
    });
  }
}
