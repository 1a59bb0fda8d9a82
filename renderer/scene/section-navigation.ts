/**
 * Pointer and wheel on a section: drag pans, the wheel zooms to the pointer (Shift: across only, Alt: down only, also for
 * a trackpad's pinch), a double click shows the whole picture again.
 */
import type { PointOnCanvas } from './section-view.ts';

export interface SectionNavigationTarget {
  panBy(dx: number, dy: number): void;
  zoomAt(anchor: PointOnCanvas, factor: { readonly across: number; readonly down: number }): void;
  resetView(): void;
  /** The pointer's place on the canvas; null where it has left. */
  hover(point: PointOnCanvas | null): void;
}

/** Zoom per wheel pixel: a notch of 100 to 120 px scales by about 1.2. */
const ZOOM_PER_PIXEL = 0.0016;
/** CSS pixels of a wheel event that counts lines or pages. */
const WHEEL_PIXELS = [1, 16, 400] as const;

export class SectionNavigation {
  readonly #canvas: HTMLCanvasElement;
  readonly #target: SectionNavigationTarget;
  #dragged: PointOnCanvas | null = null;

  constructor(canvas: HTMLCanvasElement, target: SectionNavigationTarget) {
    this.#canvas = canvas;
    this.#target = target;
    canvas.addEventListener('pointerdown', this.#onPointerDown);
    canvas.addEventListener('pointermove', this.#onPointerMove);
    canvas.addEventListener('pointerup', this.#onPointerUp);
    canvas.addEventListener('pointercancel', this.#onPointerUp);
    canvas.addEventListener('pointerleave', this.#onPointerLeave);
    canvas.addEventListener('wheel', this.#onWheel, { passive: false });
    canvas.addEventListener('dblclick', this.#onDoubleClick);
  }

  dispose(): void {
    this.#canvas.removeEventListener('pointerdown', this.#onPointerDown);
    this.#canvas.removeEventListener('pointermove', this.#onPointerMove);
    this.#canvas.removeEventListener('pointerup', this.#onPointerUp);
    this.#canvas.removeEventListener('pointercancel', this.#onPointerUp);
    this.#canvas.removeEventListener('pointerleave', this.#onPointerLeave);
    this.#canvas.removeEventListener('wheel', this.#onWheel);
    this.#canvas.removeEventListener('dblclick', this.#onDoubleClick);
  }

  readonly #onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0 && event.button !== 1) return;
    this.#canvas.setPointerCapture(event.pointerId);
    this.#dragged = pointOf(event);
  };

  readonly #onPointerMove = (event: PointerEvent): void => {
    const point = pointOf(event);
    if (this.#dragged !== null) {
      this.#target.panBy(point.x - this.#dragged.x, point.y - this.#dragged.y);
      this.#dragged = point;
    }
    this.#target.hover(point);
  };

  readonly #onPointerUp = (): void => {
    this.#dragged = null;
  };

  readonly #onPointerLeave = (): void => {
    this.#target.hover(null);
  };

  readonly #onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    // With Shift held some systems turn the wheel sideways.
    const pixels = (event.deltaY || event.deltaX) * (WHEEL_PIXELS[event.deltaMode] ?? 1);
    const factor = Math.exp(-pixels * ZOOM_PER_PIXEL * (event.ctrlKey ? 4 : 1));
    const across = event.altKey ? 1 : factor;
    const down = event.shiftKey ? 1 : factor;
    this.#target.zoomAt(pointOf(event), { across, down });
  };

  readonly #onDoubleClick = (): void => {
    this.#target.resetView();
  };
}

const pointOf = ({ offsetX, offsetY }: MouseEvent): PointOnCanvas => ({ x: offsetX, y: offsetY });
