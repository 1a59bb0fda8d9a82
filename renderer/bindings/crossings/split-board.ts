/** The latest picture of each side of the split section, outside the stores as those of the board. */
import type { LoadedPicture } from '../../engine-client/loaded-picture.ts';
import type { SplitSide } from '../../scene/split/split-geometry.ts';

type Listener = (picture: LoadedPicture, side: SplitSide) => void;

/** A crossing is looked at for seconds: the memory of earlier pictures is left to the collector. */
export class SplitBoard {
  readonly #latest = new Map<SplitSide, LoadedPicture>();
  readonly #listeners = new Set<Listener>();

  latest(side: SplitSide): LoadedPicture | null {
    return this.#latest.get(side) ?? null;
  }

  put(side: SplitSide, picture: LoadedPicture): void {
    this.#latest.set(side, picture);
    for (const listener of this.#listeners) listener(picture, side);
  }

  clear(): void {
    this.#latest.clear();
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
