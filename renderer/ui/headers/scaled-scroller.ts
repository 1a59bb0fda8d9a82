import { isScaled, lastTopRow, scrollTopOf, topRowOf, topRowShowing } from './scaled-scroll.ts';

export interface ScrollState {
  /** The row at the upper edge, fractional. */
  readonly topRow: number;
  /** CSS pixels of the part that shows rows. */
  readonly viewportHeight: number;
}

export const NOT_SCROLLED: ScrollState = { topRow: 0, viewportHeight: 0 };

/** Pixels that a wheel's line stands for, where it counts lines (Firefox). */
const WHEEL_LINE_HEIGHT = 16;

/** Scrolls an element over rows, however many: see `scaled-scroll.ts`. */
export class ScaledScroller {
  readonly #element: HTMLElement;
  readonly #headHeight: number;
  readonly #onChange: (state: ScrollState) => void;
  readonly #observer: ResizeObserver;
  #rows = { rowCount: 0, rowHeight: 1 };
  #viewportHeight = 0;
  /** As it was set; the scroll bar's own position is rounded. */
  #topRow = 0;

  /** @param headHeight of what stays at the top */
  constructor(element: HTMLElement, headHeight: number, onChange: (state: ScrollState) => void) {
    this.#element = element;
    this.#headHeight = headHeight;
    this.#onChange = onChange;
    this.#observer = new ResizeObserver(this.#measure);
    this.#observer.observe(element);
    element.addEventListener('scroll', this.#onScroll, { passive: true });
    element.addEventListener('wheel', this.#onWheel, { passive: false });
  }

  setRows(rows: { readonly rowCount: number; readonly rowHeight: number }): void {
    this.#rows = rows;
    // Fewer rows than before may end above what was shown.
    this.#moveTo(this.#topRow);
  }

  /** Brings a row into view; `isCentred` into its middle. */
  showRow(row: number, isCentred: boolean): void {
    const middle = Math.floor(this.#viewportHeight / this.#rows.rowHeight / 2);
    this.#moveTo(isCentred ? row - middle : topRowShowing(row, this.#topRow, this.#geometry));
  }

  dispose(): void {
    this.#observer.disconnect();
    this.#element.removeEventListener('scroll', this.#onScroll);
    this.#element.removeEventListener('wheel', this.#onWheel);
  }

  get #geometry() {
    return { ...this.#rows, viewportHeight: this.#viewportHeight };
  }

  #moveTo(row: number): void {
    this.#topRow = Math.min(Math.max(row, 0), lastTopRow(this.#geometry));
    this.#element.scrollTop = scrollTopOf(this.#topRow, this.#geometry);
    this.#tell();
  }

  #measure = (): void => {
    this.#viewportHeight = Math.max(0, this.#element.clientHeight - this.#headHeight);
    this.#moveTo(this.#topRow);
  };

  #onScroll = (): void => {
    // What was set by `#moveTo` comes back as an event, rounded.
    if (Math.abs(this.#element.scrollTop - scrollTopOf(this.#topRow, this.#geometry)) < 1) return;
    this.#topRow = topRowOf(this.#element.scrollTop, this.#geometry);
    this.#tell();
  };

  #onWheel = (event: WheelEvent): void => {
    const isAcross = event.shiftKey || event.deltaY === 0;
    if (isAcross || event.ctrlKey || !isScaled(this.#geometry)) return;
    event.preventDefault();
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * WHEEL_LINE_HEIGHT : event.deltaY;
    this.#moveTo(this.#topRow + pixels / this.#rows.rowHeight);
  };

  #tell(): void {
    this.#onChange({ topRow: this.#topRow, viewportHeight: this.#viewportHeight });
  }
}
