/**
 * The latest picture of each orientation, for the views. Kept outside the stores: pictures hold megabytes of samples, and
 * the views take them without a pass through React.
 */
import type { PlaneKind } from '../../shared/slices.ts';
import type { LoadedPicture } from './loaded-picture.ts';

type Listener = (picture: LoadedPicture | null, orientation: PlaneKind) => void;

/** Who hears of a picture first: views that are waited for, or those that follow them. */
export type BoardTurn = 'first' | 'then';

/**
 * A view lets go of a picture when it is given the next, unless that is a coarse one of what it shows exactly. Neither
 * comes twice in a row, so pictures before the last three are no longer used.
 */
const KEPT = 3;

export class PictureBoard {
  readonly #release: (picture: LoadedPicture) => void;
  /** Oldest first. */
  readonly #pictures = new Map<PlaneKind, readonly LoadedPicture[]>();
  readonly #listeners: Readonly<Record<BoardTurn, Set<Listener>>> = { first: new Set(), then: new Set() };

  /** @param release a picture that no view uses any more */
  constructor(release: (picture: LoadedPicture) => void) {
    this.#release = release;
  }

  latest(orientation: PlaneKind): LoadedPicture | null {
    return this.#pictures.get(orientation)?.at(-1) ?? null;
  }

  /** The board owns the picture from here on, and releases it when it is no longer used. */
  put(picture: LoadedPicture): void {
    const { orientation } = picture.plane;
    const pictures = [...(this.#pictures.get(orientation) ?? []), picture];
    this.#pictures.set(orientation, pictures.slice(-KEPT));
    this.#tell(picture, orientation);
    for (const unused of pictures.slice(0, -KEPT)) this.#release(unused);
  }

  clear(): void {
    for (const orientation of [...this.#pictures.keys()]) this.drop(orientation);
  }

  /** Those of one orientation. */
  drop(orientation: PlaneKind): void {
    if (this.#pictures.delete(orientation)) this.#tell(null, orientation);
  }

  subscribe(listener: Listener, turn: BoardTurn = 'first'): () => void {
    this.#listeners[turn].add(listener);
    return () => this.#listeners[turn].delete(listener);
  }

  #tell(picture: LoadedPicture | null, orientation: PlaneKind): void {
    for (const listener of [...this.#listeners.first, ...this.#listeners.then]) listener(picture, orientation);
  }
}
