/**
 * What lies over the 3D canvas as DOM: axis labels, tick marks, the orientation triad and the cursor's marker. Text stays
 * crisp, follows the page's font, and nothing of it needs the GPU to draw again.
 */
import type { AxisDrawing } from './axis-labels.ts';
import { isOverlapping, LINE_HEIGHT, type LabelBox } from './label-box.ts';
import { cssColour, type SceneTheme } from './scene-theme.ts';
import type { PointOnCanvas } from './section-view.ts';

const SVG = 'http://www.w3.org/2000/svg';

const FONT_SIZE_PX = 11;
const WEIGHTS: Readonly<Record<LabelBox['kind'], number>> = { tick: 400, title: 600 };

/** An arm of the triad, in CSS pixels from its middle. */
export interface TriadArm {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

export class SurveyOverlay {
  readonly #root = document.createElement('div');
  readonly #svg = svgElement('svg');
  readonly #marks = svgElement('path');
  readonly #arms = svgElement('path');
  readonly #cursor = svgElement('circle');
  readonly #labels: HTMLSpanElement[] = [];
  readonly #measuring = document.createElement('canvas').getContext('2d');
  readonly #widths = new Map<string, number>();
  #height = 0;
  #axisLabels: readonly LabelBox[] = [];
  #triadLabels: readonly LabelBox[] = [];

  /** `overlay` covers the canvas exactly, is positioned, and lets the pointer through. */
  constructor(overlay: HTMLElement) {
    this.#root.ariaHidden = 'true';
    Object.assign(this.#root.style, { position: 'absolute', inset: '0', overflow: 'hidden', pointerEvents: 'none', fontSize: `${FONT_SIZE_PX}px`, lineHeight: `${LINE_HEIGHT}px`, fontVariantNumeric: 'tabular-nums' }); // prettier-ignore
    Object.assign(this.#svg.style, { position: 'absolute', width: '100%', height: '100%' });
    for (const path of [this.#marks, this.#arms, this.#cursor]) path.setAttribute('fill', 'none');
    this.#arms.setAttribute('stroke-linecap', 'round');
    this.#cursor.setAttribute('r', '4.5');
    this.#cursor.setAttribute('stroke-width', '1.5');
    this.#svg.append(this.#marks, this.#arms, this.#cursor);
    this.#root.append(this.#svg);
    overlay.append(this.#root);
    this.placeCursor(null);
  }

  setTheme(theme: SceneTheme): void {
    this.#root.style.color = cssColour(theme.text);
    this.#marks.setAttribute('stroke', cssColour(theme.box));
    this.#arms.setAttribute('stroke', cssColour(theme.text));
    this.#cursor.setAttribute('stroke', cssColour(theme.highlight));
  }

  resize(height: number): void {
    this.#height = height;
  }

  /** Width of a label in CSS pixels, in the font that the page gives the overlay. */
  readonly measure = (text: string, kind: LabelBox['kind']): number => {
    const known = this.#widths.get(kind + text);
    if (known !== undefined || this.#measuring === null) return known ?? text.length * FONT_SIZE_PX * 0.6;
    this.#measuring.font = `${WEIGHTS[kind]} ${FONT_SIZE_PX}px ${getComputedStyle(this.#root).fontFamily}`;
    const width = Math.ceil(this.#measuring.measureText(text).width);
    this.#widths.set(kind + text, width);
    return width;
  };

  /** Null hides the axes. */
  drawAxes(drawing: AxisDrawing | null): void {
    this.#marks.setAttribute('d', (drawing?.marks ?? []).map(({ from, to }) => line(from, to)).join(''));
    this.#axisLabels = drawing?.labels ?? [];
    this.#placeLabels();
  }

  /** In the bottom left corner. Empty hides it. */
  drawTriad(arms: readonly TriadArm[]): void {
    const middle = { x: 42, y: this.#height - 40 };
    this.#arms.setAttribute('d', arms.map(({ x, y }) => line(middle, { x: middle.x + x, y: middle.y + y })).join(''));
    const placed: LabelBox[] = [];
    for (const { text, x, y } of arms) {
      const beyond = 1 + 9 / (Math.hypot(x, y) || 1);
      const width = this.measure(text, 'tick');
      const at = { x: middle.x + x * beyond, y: middle.y + y * beyond };
      const label: LabelBox = { text, kind: 'tick', ...at, width, height: LINE_HEIGHT };
      // Of two arms that nearly cover each other the first keeps its name.
      if (!placed.some((other) => isOverlapping(label, other))) placed.push(label);
    }
    this.#triadLabels = placed;
    this.#placeLabels();
  }

  placeCursor(point: PointOnCanvas | null): void {
    this.#cursor.style.display = point === null ? 'none' : '';
    if (point === null) return;
    this.#cursor.setAttribute('cx', String(point.x));
    this.#cursor.setAttribute('cy', String(point.y));
  }

  dispose(): void {
    this.#root.remove();
  }

  #placeLabels(): void {
    const labels = [...this.#axisLabels, ...this.#triadLabels];
    while (this.#labels.length > labels.length) this.#labels.pop()!.remove();
    while (this.#labels.length < labels.length) {
      const span = document.createElement('span');
      Object.assign(span.style, { position: 'absolute', left: '0', top: '0', whiteSpace: 'pre' });
      this.#root.append(span);
      this.#labels.push(span);
    }
    for (const [k, { text, kind, x, y, width, height }] of labels.entries()) {
      const span = this.#labels[k]!;
      if (span.textContent !== text) span.textContent = text;
      span.style.fontWeight = String(WEIGHTS[kind]);
      // Whole pixels: text between two of them would blur.
      span.style.transform = `translate(${Math.round(x - width / 2)}px, ${Math.round(y - height / 2)}px)`;
    }
  }
}

const line = (from: PointOnCanvas, to: PointOnCanvas): string =>
  `M${from.x.toFixed(1)} ${from.y.toFixed(1)}L${to.x.toFixed(1)} ${to.y.toFixed(1)}`;

const svgElement = <Name extends 'svg' | 'path' | 'circle'>(name: Name): SVGElementTagNameMap[Name] =>
  document.createElementNS(SVG, name);
