/**
 * The pointer on the 3D scene. On a plane: a drag moves it along its normal, a click activates it, Shift and the wheel
 * step it. A fence or a crossing is clicked. Anywhere else, or with Alt held, the drag is the camera's. A double click shows the whole survey again.
 */
import type { PlaneOrientation, ScenePick, SurveyPick } from './scene-events.ts';
import type { PointOnCanvas } from './section-view.ts';

export interface SurveyPointerTarget {
  pick(point: PointOnCanvas): ScenePick | null;
  hover(pick: ScenePick | null): void;
  /** Returns how far the plane has been dragged, in index steps, for a place of the pointer. */
  startDrag(pick: SurveyPick, from: PointOnCanvas): (to: PointOnCanvas) => void;
  endDrag(): void;
  step(orientation: PlaneOrientation, steps: number): void;
  /** It was clicked. */
  activate(pick: ScenePick): void;
  resetView(): void;
}

/** CSS pixels that a click may stray. */
const CLICK_SLACK = 3;

export class SurveyPointer {
  readonly #canvas: HTMLCanvasElement;
  readonly #target: SurveyPointerTarget;
  #drag: {
    readonly pick: ScenePick;
    readonly from: PointOnCanvas;
    /** Null where the drag is the camera's. */
    readonly moveTo: ((to: PointOnCanvas) => void) | null;
    isMoved: boolean;
  } | null = null;

  constructor(canvas: HTMLCanvasElement, target: SurveyPointerTarget) {
    this.#canvas = canvas;
    this.#target = target;
    // In the capture phase: a plane takes the pointer before the camera's controls see it.
    canvas.addEventListener('pointerdown', this.#onPointerDown, { capture: true });
    canvas.addEventListener('pointermove', this.#onPointerMove);
    canvas.addEventListener('pointerup', this.#onPointerUp);
    canvas.addEventListener('pointercancel', this.#onPointerUp);
    canvas.addEventListener('pointerleave', this.#onPointerLeave);
    canvas.addEventListener('wheel', this.#onWheel, { capture: true, passive: false });
    canvas.addEventListener('dblclick', this.#onDoubleClick);
  }

  dispose(): void {
    this.#canvas.removeEventListener('pointerdown', this.#onPointerDown, { capture: true });
    this.#canvas.removeEventListener('pointermove', this.#onPointerMove);
    this.#canvas.removeEventListener('pointerup', this.#onPointerUp);
    this.#canvas.removeEventListener('pointercancel', this.#onPointerUp);
    this.#canvas.removeEventListener('pointerleave', this.#onPointerLeave);
    this.#canvas.removeEventListener('wheel', this.#onWheel, { capture: true });
    this.#canvas.removeEventListener('dblclick', this.#onDoubleClick);
  }

  readonly #onPointerDown = (event: PointerEvent): void => {
    const isCamera = event.button !== 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
    const from = pointOf(event);
    const pick = isCamera ? null : this.#target.pick(from);
    if (pick === null) return;
    if (pick.kind !== 'plane') {
      this.#drag = { pick, from, moveTo: null, isMoved: false };
      return;
    }
    this.#canvas.setPointerCapture(event.pointerId);
    this.#drag = { pick, from, moveTo: this.#target.startDrag(pick.plane, from), isMoved: false };
  };

  readonly #onPointerMove = (event: PointerEvent): void => {
    const point = pointOf(event);
    if (this.#drag === null) {
      if (event.buttons === 0) this.#hover(this.#target.pick(point));
      return;
    }
    const { from } = this.#drag;
    this.#drag.isMoved ||= Math.hypot(point.x - from.x, point.y - from.y) > CLICK_SLACK;
    if (this.#drag.isMoved) this.#drag.moveTo?.(point);
  };

  readonly #onPointerUp = (): void => {
    if (this.#drag === null) return;
    const { pick, isMoved, moveTo } = this.#drag;
    this.#drag = null;
    if (moveTo !== null) this.#target.endDrag();
    if (!isMoved) this.#target.activate(pick);
  };

  readonly #onPointerLeave = (): void => {
    if (this.#drag === null) this.#hover(null);
  };

  readonly #onWheel = (event: WheelEvent): void => {
    const pick = event.shiftKey ? this.#target.pick(pointOf(event)) : null;
    if (pick?.kind !== 'plane') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // With Shift held some systems turn the wheel sideways.
    this.#target.step(pick.plane.orientation, Math.sign(event.deltaY || event.deltaX));
  };

  readonly #onDoubleClick = (): void => {
    this.#target.resetView();
  };

  #hover(pick: ScenePick | null): void {
    this.#canvas.style.cursor = pick === null ? '' : pick.kind === 'plane' ? 'grab' : 'pointer';
    this.#target.hover(pick);
  }
}

const pointOf = ({ offsetX, offsetY }: MouseEvent): PointOnCanvas => ({ x: offsetX, y: offsetY });
