/** The state of a map's view: what is shown of which extent, on a canvas of which size. */
import type { WorldExtent } from '../../../shared/geometry/world-extent.ts';
import type { PointOnCanvas } from '../section-view.ts';
import { pannedMap, wholeMapView, zoomedMap, type MapView } from './map-view.ts';

export class MapCamera {
  readonly #onChanged: () => void;
  #extent: WorldExtent | null = null;
  #width = 1;
  #height = 1;
  #view: MapView | null = null;
  /** All is shown, and goes on to be when more comes or the canvas changes its size. */
  #isWhole = true;

  constructor(onChanged: () => void) {
    this.#onChanged = onChanged;
  }

  /** Null where there is nothing to be seen. */
  get view(): MapView | null {
    return this.#view;
  }

  /** Of all that there is. */
  setExtent(extent: WorldExtent | null): void {
    this.#extent = extent;
    if (extent === null) this.#view = null;
    else if (this.#isWhole || this.#view === null) this.showAll();
  }

  resize(width: number, height: number): void {
    this.#width = width;
    this.#height = height;
    if (this.#isWhole) this.showAll();
    else if (this.#view !== null) this.#change({ ...this.#view, width, height });
  }

  showAll(): void {
    if (this.#extent === null) return;
    this.#change(wholeMapView(this.#extent, this.#width, this.#height));
    this.#isWhole = true;
  }

  show(extent: WorldExtent): void {
    this.#change(wholeMapView(extent, this.#width, this.#height));
  }

  /** @param anchor the middle where it is null */
  zoomAt(anchor: PointOnCanvas | null, factor: number): void {
    if (this.#view === null || this.#extent === null) return;
    const middle = { x: this.#width / 2, y: this.#height / 2 };
    this.#change(zoomedMap(this.#view, this.#extent, anchor ?? middle, factor));
  }

  panBy(dx: number, dy: number): void {
    if (this.#view !== null && this.#extent !== null) this.#change(pannedMap(this.#view, this.#extent, dx, dy));
  }

  #change(view: MapView): void {
    this.#view = view;
    this.#isWhole = false;
    this.#onChanged();
  }
}
