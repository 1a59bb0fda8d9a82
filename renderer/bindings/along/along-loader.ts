/** Asks for the section of the cube along the line that is looked at. */
import type { EngineCalls } from '../../../shared/contract.ts';
import { planeKey } from '../../../shared/slices.ts';
import type { SurveyId, SurveyInfo } from '../../../shared/survey.ts';
import type { Clock } from '../../engine-client/clock.ts';
import type { LoadedPicture } from '../../engine-client/loaded-picture.ts';
import type { PictureBoard } from '../../engine-client/picture-board.ts';
import type { RequestIds } from '../../engine-client/request-ids.ts';
import { SliceStream } from '../../engine-client/slice-stream.ts';
import type { ViewerStores } from '../viewer-stores.ts';

export interface AlongLoaderOptions {
  readonly stores: Pick<ViewerStores, 'along'>;
  readonly calls: EngineCalls;
  readonly board: PictureBoard;
  readonly ids: RequestIds;
  readonly clock: Clock;
  readonly onArrived: (picture: LoadedPicture) => void;
  /** A survey comes to be looked at. */
  readonly onShown: (surveyId: SurveyId) => void;
}

/** Lives as long as one connection: its stream belongs to that client of the engine. */
export class AlongLoader {
  readonly #options: AlongLoaderOptions;
  readonly #stream: SliceStream;
  readonly #stopFollowing: () => void;
  #asked: { readonly line: SurveyInfo; readonly cube: SurveyInfo; readonly key: string } | null = null;

  constructor(options: AlongLoaderOptions) {
    this.#options = options;
    const { stores, calls, ids, clock, board, onArrived } = options;
    this.#stream = new SliceStream({
      name: 'along',
      calls,
      ids,
      clock,
      present: (picture) => {
        onArrived(picture);
        if (stores.along.getState().fault !== null) stores.along.setState({ fault: null });
        board.put(picture);
        return Promise.resolve();
      },
      onWait: () => undefined,
      onFault: (fault) => {
        // The connection tells of a lost engine, and what was asked is asked again once it is back.
        if (fault.code !== 'engine-lost') stores.along.setState({ fault });
      },
    });
    this.#stopFollowing = stores.along.subscribe(({ situation }, earlier) => {
      if (situation !== earlier.situation) this.#follow();
    });
    this.#follow();
  }

  /** Asks again after a fault. */
  reload(): void {
    this.#asked = null;
    this.#follow();
  }

  close(): void {
    this.#stopFollowing();
    this.#stream.close();
  }

  #follow(): void {
    const { stores, board, onShown } = this.#options;
    const { situation } = stores.along.getState();
    if (situation.kind !== 'cube' || situation.hasTwoDomains) {
      this.#asked = null;
      board.clear();
      return;
    }
    const { line, cube, plane } = situation;
    const key = planeKey(plane);
    const earlier = this.#asked;
    if (earlier?.line === line && earlier.cube === cube && earlier.key === key) return;
    // What is shown until then would be of another line, or of another cube.
    if (earlier !== null && (earlier.line.id !== line.id || earlier.cube.id !== cube.id)) board.clear();
    this.#asked = { line, cube, key };
    onShown(cube.id);
    this.#stream.show({ surveyId: cube.id, plane, indexCount: 1, inputAtMs: null });
  }
}
