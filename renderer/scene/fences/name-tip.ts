/** The name of what the pointer rests on, beside it. DOM, as all text over a canvas. */
import { cssColour, type SceneTheme } from '../scene-theme.ts';
import type { PointOnCanvas } from '../section-view.ts';

/** CSS pixels from the point. */
const AWAY = 10;

export class NameTip {
  readonly #tip = document.createElement('div');

  /** `overlay` covers the canvas exactly, is positioned, and lets the pointer through. */
  constructor(overlay: HTMLElement) {
    Object.assign(this.#tip.style, { position: 'absolute', left: '0', top: '0', padding: '1px 6px', borderRadius: '3px', fontSize: '12px', lineHeight: '18px', whiteSpace: 'pre', pointerEvents: 'none', borderWidth: '1px', borderStyle: 'solid' }); // prettier-ignore
    this.#tip.dataset['testid'] = 'scene-tip';
    this.hide();
    overlay.append(this.#tip);
  }

  setTheme(theme: SceneTheme): void {
    Object.assign(this.#tip.style, { color: cssColour(theme.text), background: cssColour(theme.background), borderColor: cssColour(theme.box) }); // prettier-ignore
  }

  /** Inside the overlay, beside the point. */
  show(text: string, { x, y }: PointOnCanvas): void {
    this.#tip.textContent = text;
    this.#tip.hidden = false;
    const { clientWidth = 0, clientHeight = 0 } = this.#tip.parentElement ?? {};
    const { offsetWidth, offsetHeight } = this.#tip;
    const left = Math.max(0, Math.min(x + AWAY, clientWidth - offsetWidth));
    const top = Math.max(0, Math.min(y + AWAY, clientHeight - offsetHeight));
    this.#tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }

  hide(): void {
    this.#tip.hidden = true;
  }

  dispose(): void {
    this.#tip.remove();
  }
}
