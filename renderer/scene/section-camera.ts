/** The state of a section's view: what is shown of which picture, on a canvas of which size. */
import type { PictureLayout } from '../../shared/colour/picture-layout.ts';
import type { PictureSize, PointOnCanvas, SectionView } from './section-view.ts';
import { panned, wholeView, zoomed, type SectionAspect } from './section-zoom.ts';

export interface SectionExtent {
  readonly size: PictureSize;
  readonly layout: PictureLayout;
  /** Width of a cell over its height on the ground. */
  readonly cellAspect: number;
}

const isSameExtent = (a: SectionExtent, b: SectionExtent): boolean =>
  a.size.across === b.size.across &&
  a.size.down === b.size.down &&
  a.cellAspect === b.cellAspect &&
  a.layout.across === b.layout.across &&
  a.layout.isAcrossReversed === b.layout.isAcrossReversed &&
  a.layout.isDownReversed === b.layout.isDownReversed;

/** What a canvas of a size shows, in CSS pixels. */
export type LedView = (canvasWidth: number, canvasHeight: number) => SectionView;

export class SectionCamera {
  readonly #onChanged: (view: SectionView) => void;
  #extent: SectionExtent | null = null;
  #canvasWidth = 1;
  #canvasHeight = 1;
  #aspect: SectionAspect = 'fit';
  #view: SectionView | null = null;
  /** The whole picture is shown and goes on to be when the canvas changes its size. */
  #isWhole = true;
  #led: LedView | null = null;

  constructor(onChanged: (view: SectionView) => void) {
    this.#onChanged = onChanged;
  }

  /** Null before the first picture. */
  get view(): SectionView | null {
    return this.#view;
  }

  /** Keeps the view where the extent is the same, as from one inline to the next; else shows the whole picture. */
  setExtent(extent: SectionExtent): void {
    if (this.#extent !== null && isSameExtent(this.#extent, extent)) return;
    this.#extent = extent;
    this.reset();
  }

  /** From now on another section leads: this one shows what it says, and is not moved by itself. Null: it stands alone again. */
  follow(led: LedView | null): void {
    this.#led = led;
    this.reset();
  }

  resize(canvasWidth: number, canvasHeight: number): void {
    this.#canvasWidth = canvasWidth;
    this.#canvasHeight = canvasHeight;
    if (this.#led !== null) this.reset();
    if (this.#view === null || this.#led !== null) return;
    if (this.#isWhole) this.reset();
    else this.#change({ ...this.#view, canvasWidth, canvasHeight });
  }

  setAspect(aspect: SectionAspect): void {
    if (aspect === this.#aspect) return;
    this.#aspect = aspect;
    this.reset();
  }

  reset(): void {
    const whole = this.#whole();
    if (whole === null) return;
    this.#isWhole = true;
    this.#change(whole);
  }

  zoomAt(anchor: PointOnCanvas, factor: { readonly across: number; readonly down: number }): void {
    const whole = this.#whole();
    if (this.#view === null || whole === null) return;
    this.#isWhole = false;
    this.#change(zoomed(this.#view, whole, anchor, factor));
  }

  panBy(dx: number, dy: number): void {
    if (this.#view === null) return;
    this.#isWhole = false;
    this.#change(panned(this.#view, dx, dy));
  }

  #whole(): SectionView | null {
    if (this.#extent === null) return null;
    if (this.#led !== null) return this.#led(this.#canvasWidth, this.#canvasHeight);
    const { size, layout, cellAspect } = this.#extent;
    const frame = { size, layout, canvasWidth: this.#canvasWidth, canvasHeight: this.#canvasHeight };
    return wholeView(frame, this.#aspect, cellAspect);
  }

  #change(view: SectionView): void {
    this.#view = view;
    this.#onChanged(view);
  }
}
