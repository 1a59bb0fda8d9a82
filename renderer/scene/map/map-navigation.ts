/**
 * Pointer, wheel and keys on a map: drag pans, Shift and drag (or the tool for it) draws a box, the wheel zooms to the pointer. With
 * the focus: arrows pan, + and - zoom, Home shows all, Enter opens, Escape lets go.
 */
import type { PointOnCanvas } from '../section-view.ts';
import type { CanvasBox } from './map-overlay.ts';

export interface MapNavigationTarget {
  panBy(dx: number, dy: number): void;
  zoomAt(anchor: PointOnCanvas | null, factor: number): void;
  showAll(): void;
  /** The pointer's place on the canvas; null where it has left. */
  hover(point: PointOnCanvas | null): void;
  click(point: PointOnCanvas, isAdding: boolean): void;
  /** Null: by a key, what is looked at. */
  open(point: PointOnCanvas | null): void;
  /** While it is drawn; null once it is let go of. */
  drawBox(box: CanvasBox | null): void;
  takeBox(box: CanvasBox, isAdding: boolean): void;
  letGo(): void;
}

/** Zoom per wheel pixel: a notch of 100 to 120 px scales by about 1.2. */
const ZOOM_PER_PIXEL = 0.0016;
/** CSS pixels of a wheel event that counts lines or pages. */
const WHEEL_PIXELS = [1, 16, 400] as const;
/** CSS pixels that a hand moves while it clicks. */
const CLICK_REACH = 4;
const KEY_PAN = 60;
const KEY_ZOOM = 1.4;

const PAN_KEYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

interface Drag {
  readonly from: PointOnCanvas;
  readonly isBox: boolean;
  last: PointOnCanvas;
  hasMoved: boolean;
}

export class MapNavigation {
  readonly #canvas: HTMLCanvasElement;
  readonly #target: MapNavigationTarget;
  readonly #stop = new AbortController();
  #drag: Drag | null = null;
  #isBoxTool = false;

  constructor(canvas: HTMLCanvasElement, target: MapNavigationTarget) {
    this.#canvas = canvas;
    this.#target = target;
    const { signal } = this.#stop;
    canvas.addEventListener('pointerdown', this.#onPointerDown, { signal });
    canvas.addEventListener('pointermove', this.#onPointerMove, { signal });
    canvas.addEventListener('pointerup', this.#onPointerUp, { signal });
    canvas.addEventListener('pointercancel', this.#onPointerCancel, { signal });
    canvas.addEventListener('pointerleave', () => this.#target.hover(null), { signal });
    // The pointer takes no focus: the arrow keys go on stepping through the section.
    canvas.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
    canvas.addEventListener('wheel', this.#onWheel, { passive: false, signal });
    canvas.addEventListener('dblclick', (event) => this.#target.open(pointOf(event)), { signal });
    canvas.addEventListener('keydown', this.#onKeyDown, { signal });
  }

  /** A drag draws a box without Shift. */
  setBoxTool(isOn: boolean): void {
    this.#isBoxTool = isOn;
  }

  dispose(): void {
    this.#stop.abort();
  }

  readonly #onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0 && event.button !== 1) return;
    this.#canvas.setPointerCapture(event.pointerId);
    const from = pointOf(event);
    const isBox = event.button === 0 && (event.shiftKey || this.#isBoxTool);
    this.#drag = { from, isBox, last: from, hasMoved: false };
  };

  readonly #onPointerMove = (event: PointerEvent): void => {
    const point = pointOf(event);
    const drag = this.#drag;
    if (drag !== null) {
      drag.hasMoved ||= Math.hypot(point.x - drag.from.x, point.y - drag.from.y) > CLICK_REACH;
      if (drag.hasMoved && drag.isBox) this.#target.drawBox({ from: drag.from, to: point });
      if (drag.hasMoved && !drag.isBox) this.#target.panBy(point.x - drag.last.x, point.y - drag.last.y);
      if (drag.hasMoved) drag.last = point;
    }
    this.#target.hover(point);
  };

  readonly #onPointerUp = (event: PointerEvent): void => {
    const drag = this.#drag;
    this.#drag = null;
    if (drag === null) return;
    const isAdding = event.ctrlKey || event.metaKey;
    if (!drag.hasMoved && event.button === 0) this.#target.click(drag.from, isAdding || event.shiftKey);
    if (!drag.isBox) return;
    this.#target.drawBox(null);
    if (drag.hasMoved) this.#target.takeBox({ from: drag.from, to: pointOf(event) }, isAdding);
  };

  readonly #onPointerCancel = (): void => {
    this.#drag = null;
    this.#target.drawBox(null);
  };

  readonly #onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    // With Shift held some systems turn the wheel sideways.
    const pixels = (event.deltaY || event.deltaX) * (WHEEL_PIXELS[event.deltaMode] ?? 1);
    this.#target.zoomAt(pointOf(event), Math.exp(-pixels * ZOOM_PER_PIXEL * (event.ctrlKey ? 4 : 1)));
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (this.#act(event.key)) event.preventDefault();
  };

  #act(key: string): boolean {
    const pan = PAN_KEYS[key];
    if (pan !== undefined) this.#target.panBy(pan[0] * KEY_PAN, pan[1] * KEY_PAN);
    else if (key === '+' || key === '=') this.#target.zoomAt(null, KEY_ZOOM);
    else if (key === '-') this.#target.zoomAt(null, 1 / KEY_ZOOM);
    else if (key === 'Home') this.#target.showAll();
    else if (key === 'Enter') this.#target.open(null);
    else if (key === 'Escape') this.#target.letGo();
    else return false;
    return true;
  }
}

const pointOf = ({ offsetX, offsetY }: MouseEvent): PointOnCanvas => ({ x: offsetX, y: offsetY });
