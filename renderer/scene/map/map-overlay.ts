/**
 * What lies over the map's canvas as DOM: coordinates, names, scale bar, north arrow, the linked cursor's ring and the box that is drawn.
 * Crisp, in the page's font, and the cursor moves without a draw.
 */
import { LINE_HEIGHT, type LabelBox } from '../label-box.ts';
import { cssColour } from '../scene-theme.ts';
import type { PointOnCanvas } from '../section-view.ts';
import { LabelSpans } from './label-spans.ts';
import type { MapTheme } from './map-theme.ts';
import type { MapTicks, ScaleBar } from './map-ticks.ts';

const SVG = 'http://www.w3.org/2000/svg';
const FONT_SIZE_PX = 11;
/** Of what stands at the edges, from them. */
const EDGE = 6;

export interface CanvasBox {
  readonly from: PointOnCanvas;
  readonly to: PointOnCanvas;
}

export class MapOverlay {
  readonly #root = document.createElement('div');
  readonly #svg = svgElement('svg');
  readonly #furniture = svgElement('path');
  readonly #north = svgElement('path');
  readonly #ring = svgElement('circle');
  readonly #box = svgElement('rect');
  readonly #nameRoot = document.createElement('div');
  readonly #ticks: LabelSpans;
  readonly #names: LabelSpans;
  readonly #measuring = document.createElement('canvas').getContext('2d');
  readonly #widths = new Map<string, number>();
  /** Where the edges' labels stand: names keep off them. */
  #taken: readonly LabelBox[] = [];

  /** `overlay` covers the canvas exactly, is positioned, and lets the pointer through. */
  constructor(overlay: HTMLElement) {
    this.#root.ariaHidden = 'true';
    Object.assign(this.#root.style, { position: 'absolute', inset: '0', overflow: 'hidden', pointerEvents: 'none', fontSize: `${FONT_SIZE_PX}px`, lineHeight: `${LINE_HEIGHT}px`, fontVariantNumeric: 'tabular-nums' }); // prettier-ignore
    Object.assign(this.#svg.style, { position: 'absolute', width: '100%', height: '100%' });
    for (const shape of [this.#furniture, this.#ring]) shape.setAttribute('fill', 'none');
    this.#ring.setAttribute('r', '6');
    this.#ring.setAttribute('stroke-width', '2');
    this.#box.setAttribute('fill-opacity', '0.12');
    this.#svg.append(this.#furniture, this.#north, this.#box, this.#ring);
    const tickRoot = document.createElement('div');
    for (const layer of [tickRoot, this.#nameRoot]) Object.assign(layer.style, { position: 'absolute', inset: '0' });
    // A layer of its own: all names move with the map by one transform.
    this.#nameRoot.style.willChange = 'transform';
    this.#root.append(tickRoot, this.#nameRoot, this.#svg);
    overlay.append(this.#root);
    this.#ticks = new LabelSpans(tickRoot, true);
    this.#names = new LabelSpans(this.#nameRoot);
    this.placeRing(null);
    this.drawBox(null);
  }

  /** Boxes that names must keep off. */
  get taken(): readonly LabelBox[] {
    return this.#taken;
  }

  setTheme(theme: MapTheme): void {
    const [text, background, highlight] = [theme.text, theme.background, theme.highlight].map(cssColour);
    const halo = [1, -1].flatMap((x) => [1, -1].map((y) => `${x}px ${y}px 1px ${background!}`)).join(', ');
    Object.assign(this.#root.style, { color: text, textShadow: halo });
    this.#furniture.setAttribute('stroke', text!);
    this.#north.setAttribute('fill', text!);
    this.#ring.setAttribute('stroke', highlight!);
    for (const paint of ['fill', 'stroke']) this.#box.setAttribute(paint, highlight!);
  }

  /** Width of a label in CSS pixels, in the font that the page gives the overlay. */
  readonly measure = (text: string, weight = 400): number => {
    const key = `${weight} ${text}`;
    const known = this.#widths.get(key);
    if (known !== undefined || this.#measuring === null) return known ?? text.length * FONT_SIZE_PX * 0.6;
    this.#measuring.font = `${weight} ${FONT_SIZE_PX}px ${getComputedStyle(this.#root).fontFamily}`;
    const width = Math.ceil(this.#measuring.measureText(text).width);
    this.#widths.set(key, width);
    return width;
  };

  /** Null where there is nothing to be a map of. */
  drawFrame(
    frame: { readonly ticks: MapTicks; readonly bar: ScaleBar; readonly width: number; readonly height: number } | null,
  ): void {
    // prettier-ignore
    this.#svg.style.display = frame === null ? 'none' : '';
    if (frame === null) {
      this.#ticks.place([]);
      return;
    }
    const { ticks, bar, width, height } = frame;
    const label = (text: string, x: (width: number) => number, y: number): LabelBox => {
      const measured = this.measure(text);
      return { text, kind: 'tick', x: x(measured), y, width: measured, height: LINE_HEIGHT };
    };
    const bottom = height - EDGE - LINE_HEIGHT / 2;
    const barRight = width - EDGE - 4;
    const barY = bottom - 30;
    const barLabel = label(bar.label, () => barRight - bar.pixels / 2, barY - 10);
    const north = label('N', () => width - EDGE - 12, 40);
    const along = ticks.x
      .map(({ at, label: text }) => label(text, () => at, bottom))
      .filter((box) => box.x - box.width / 2 > EDGE && box.x + box.width / 2 < width - EDGE);
    const up = ticks.y
      .map(({ at, label: text }) => label(text, (measured) => EDGE + measured / 2, at))
      .filter((box) => box.y > LINE_HEIGHT && box.y < bottom - LINE_HEIGHT);
    const edges = [...along, ...up, barLabel, north];
    this.#ticks.place(edges);
    const barBox = { ...barLabel, y: barY - 6, width: bar.pixels + 12, height: 28 };
    this.#taken = [...edges, barBox, { ...north, y: 28, width: 24, height: 44 }];
    draw(this.#furniture, `M${(barRight - bar.pixels).toFixed(1)} ${barY - 4}v4H${barRight}v-4`);
    draw(this.#north, `M${width - EDGE - 12} 10l5 20l-5 -4l-5 4z`);
  }

  /** With the colour of each. */
  placeNames(names: readonly LabelBox[], colours: readonly string[]): void {
    this.#names.place(names, colours);
    Object.assign(this.#nameRoot.style, { transform: '', visibility: '' });
  }

  /** @param middle where the middle of the canvas, as it was when they were placed, is now */
  shiftNames({ x, y }: PointOnCanvas, canvas: { readonly width: number; readonly height: number }): void {
    const [dx, dy] = [Math.round(x - canvas.width / 2), Math.round(y - canvas.height / 2)];
    Object.assign(this.#nameRoot.style, { transform: `translate(${dx}px, ${dy}px)`, visibility: '' });
  }

  /** Until they are placed again. */
  hideNames(): void {
    this.#nameRoot.style.visibility = 'hidden';
  }

  /** Null hides it. */
  placeRing(point: PointOnCanvas | null): void {
    this.#ring.style.display = point === null ? 'none' : '';
    if (point === null) return;
    this.#ring.setAttribute('cx', point.x.toFixed(1));
    this.#ring.setAttribute('cy', point.y.toFixed(1));
  }

  /** Null hides it. */
  drawBox(box: CanvasBox | null): void {
    this.#box.style.display = box === null ? 'none' : '';
    if (box === null) return;
    const { from, to } = box;
    this.#box.setAttribute('x', String(Math.min(from.x, to.x)));
    this.#box.setAttribute('y', String(Math.min(from.y, to.y)));
    this.#box.setAttribute('width', String(Math.abs(to.x - from.x)));
    this.#box.setAttribute('height', String(Math.abs(to.y - from.y)));
  }

  dispose(): void {
    this.#root.remove();
  }
}

const svgElement = <Name extends 'svg' | 'path' | 'circle' | 'rect'>(name: Name): SVGElementTagNameMap[Name] =>
  document.createElementNS(SVG, name);

/** The layer is painted anew only where something has changed. */
function draw(path: SVGPathElement, d: string): void {
  if (path.getAttribute('d') !== d) path.setAttribute('d', d);
}
