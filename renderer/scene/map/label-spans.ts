/** Lines of text over a canvas, each an element that is used again. */
import type { LabelBox } from '../label-box.ts';

export class LabelSpans {
  readonly #root: HTMLElement;
  readonly #spans: HTMLSpanElement[] = [];

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  /** @param colours of each; that of the root where it is left out */
  place(labels: readonly LabelBox[], colours?: readonly string[]): void {
    while (this.#spans.length > labels.length) this.#spans.pop()!.remove();
    while (this.#spans.length < labels.length) {
      const span = document.createElement('span');
      Object.assign(span.style, { position: 'absolute', left: '0', top: '0', whiteSpace: 'pre' });
      this.#root.append(span);
      this.#spans.push(span);
    }
    for (const [k, { text, kind, x, y, width, height }] of labels.entries()) {
      const span = this.#spans[k]!;
      if (span.textContent !== text) span.textContent = text;
      span.style.fontWeight = kind === 'title' ? '600' : '';
      span.style.color = colours?.[k] ?? '';
      // Whole pixels: text between two of them would blur.
      span.style.transform = `translate(${Math.round(x - width / 2)}px, ${Math.round(y - height / 2)}px)`;
    }
  }
}
