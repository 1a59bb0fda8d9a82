/** The main section, as sections that show the same traces follow it. */
import type { SectionSteering } from '../scene/scene-events.ts';
import type { PointOnCanvas, SectionView } from '../scene/section-view.ts';

/** CSS pixels. */
interface CanvasSize {
  readonly width: number;
  readonly height: number;
}

export class LeadingSection {
  readonly #listeners = new Set<() => void>();
  #scene: SectionSteering | null = null;
  #view: SectionView | null = null;

  /** Null while there is no section, or before its first picture. */
  get view(): SectionView | null {
    return this.#view;
  }

  /** The scene leads until the end of the returned function. */
  attach(scene: SectionSteering): () => void {
    this.#scene = scene;
    return () => {
      if (this.#scene !== scene) return;
      this.#scene = null;
      this.changed(null);
    };
  }

  changed(view: SectionView | null): void {
    this.#view = view;
    for (const listener of this.#listeners) listener();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What the pointer asks for on another canvas, done here. */
  steeringFrom(sizeOf: () => CanvasSize): SectionSteering {
    const here = ({ x, y }: PointOnCanvas): PointOnCanvas => {
      const { width, height } = sizeOf();
      const { canvasWidth = width, canvasHeight = height } = this.#view ?? {};
      return { x: (x * canvasWidth) / width, y: (y * canvasHeight) / height };
    };
    return {
      panBy: (dx, dy) => {
        const { x, y } = here({ x: dx, y: dy });
        this.#scene?.panBy(x, y);
      },
      zoomAt: (anchor, factor) => this.#scene?.zoomAt(here(anchor), factor),
      resetView: () => this.#scene?.resetView(),
    };
  }
}
