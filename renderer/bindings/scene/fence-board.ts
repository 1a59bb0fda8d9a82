/** The latest picture of each fence, outside the stores as those of the sections. */
import type { LoadedPicture } from '../../engine-client/loaded-picture.ts';

type Listener = (picture: LoadedPicture, key: string) => void;

export class FenceBoard {
  readonly #latest = new Map<string, LoadedPicture>();
  readonly #listeners = new Set<Listener>();

  /** @param key see `profileKey` */
  latest(key: string): LoadedPicture | null {
    return this.#latest.get(key) ?? null;
  }

  put(key: string, picture: LoadedPicture): void {
    this.#latest.set(key, picture);
    for (const listener of this.#listeners) listener(picture, key);
  }

  /** Lets go of all others: who shows them has let go before. */
  keep(keys: ReadonlySet<string>): void {
    for (const key of this.#latest.keys()) if (!keys.has(key)) this.#latest.delete(key);
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
