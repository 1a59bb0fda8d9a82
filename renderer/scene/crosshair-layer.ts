/** The crosshair of a section: two hairlines over the canvas. DOM, so that moving it draws nothing again. */
import type { Rgb } from '../../shared/colour/rgb.ts';
import { cssColour } from './scene-theme.ts';
import type { PointOnCanvas } from './section-view.ts';

export class CrosshairLayer {
  readonly #vertical = hairline('1px', '100%');
  readonly #horizontal = hairline('100%', '1px');

  /** `overlay` covers the canvas exactly and is positioned. */
  constructor(overlay: HTMLElement) {
    overlay.append(this.#vertical, this.#horizontal);
  }

  setColour(colour: Rgb): void {
    for (const line of [this.#vertical, this.#horizontal]) line.style.background = cssColour(colour);
  }

  /** Null hides it; a coordinate that is NaN, its line alone. */
  place(point: PointOnCanvas | null): void {
    this.#vertical.hidden = point === null || Number.isNaN(point.x);
    this.#horizontal.hidden = point === null || Number.isNaN(point.y);
    if (point === null) return;
    this.#vertical.style.transform = `translateX(${Math.round(point.x - 0.5)}px)`;
    this.#horizontal.style.transform = `translateY(${Math.round(point.y - 0.5)}px)`;
  }

  dispose(): void {
    this.#vertical.remove();
    this.#horizontal.remove();
  }
}

function hairline(width: string, height: string): HTMLElement {
  const line = document.createElement('div');
  Object.assign(line.style, { position: 'absolute', left: '0', top: '0', width, height, pointerEvents: 'none', opacity: '0.8' }); // prettier-ignore
  line.hidden = true;
  line.ariaHidden = 'true';
  return line;
}
