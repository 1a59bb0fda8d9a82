/**
 * The latest picture of each orientation, for the views. Kept outside the stores: pictures hold megabytes of samples, and
 * the views take them without a pass through React.
 */
import type { Orientation } from '../../shared/slices.ts';
import type { LoadedPicture } from './loaded-picture.ts';

type Listener = (picture: LoadedPicture | null, orientation: Orientation) => void;

export class PictureBoard {
  readonly #pictures = new Map<Orientation, LoadedPicture>();
  readonly #listeners = new Set<Listener>();

  latest(orientation: Orientation): LoadedPicture | null {
    return this.#pictures.get(orientation) ?? null;
  }

  put(picture: LoadedPicture): void {
    const { orientation } = picture.plane;
    this.#pictures.set(orientation, picture);
    for (const listener of this.#listeners) listener(picture, orientation);
  }

  clear(): void {
    const orientations = [...this.#pictures.keys()];
    this.#pictures.clear();
    for (const orientation of orientations) for (const listener of this.#listeners) listener(null, orientation);
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
