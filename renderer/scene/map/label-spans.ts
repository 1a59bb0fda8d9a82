/** Lines of text over a canvas, each an element that is used again. */
import type { LabelBox } from '../label-box.ts';

export class LabelSpans {
  readonly #root: HTMLElement;
  readonly #spans: HTMLSpanElement[] = [];

  readonly #areMoving: boolean;

  /** @param areMoving each becomes a layer of its own, which is moved without being painted anew */
  constructor(root: HTMLElement, areMoving = false) {
    this.#root = root;
    this.#areMoving = areMoving;
  }

  /** @param colours of each; that of the root where it is left out */
  place(labels: readonly LabelBox[], colours?: readonly string[]): void {
    while (this.#spans.length > labels.length) this.#spans.pop()!.remove();
    while (this.#spans.length < labels.length) {
      const span = document.createElement('span');
      Object.assign(span.style, {
        position: 'absolute',
        left: '0',
        top: '0',
        whiteSpace: 'pre',
        willChange: this.#areMoving ? 'transform' : '',
      });
      this.#root.append(span);
      this.#spans.push(span);
    }
    for (const [k, { text, kind, x, y, width, height }] of labels.entries()) {
      const span = this.#spans[k]!;
      if (span.textContent !== text) span.textContent = text;
      const weight = kind === 'title' ? '600' : '';
      const colour = colours?.[k] ?? '';
      if (span.style.fontWeight !== weight) span.style.fontWeight = weight;
      if (span.dataset['colour'] !== colour) Object.assign(span.style, { color: colour });
      span.dataset['colour'] = colour;
      // Whole pixels: text between two of them would blur.
      const transform = `translate(${Math.round(x - width / 2)}px, ${Math.round(y - height / 2)}px)`;
      if (span.style.transform !== transform) span.style.transform = transform;
    }
  }
}
