/**
 * Scrolling over more rows than an element can be high. Browsers end an element at some height (Chromium at 33.5 million
 * CSS pixels, Firefox at 17.9), which 22 pixels a row exceed beyond a million rows. Above `MOST_CONTENT_HEIGHT` the scroll bar
 * therefore stands for rows by proportion; wheel and keys move by rows all the same.
 */

/** CSS pixels. */
const MOST_CONTENT_HEIGHT = 15_000_000;

export interface ScrollGeometry {
  readonly rowCount: number;
  readonly rowHeight: number;
  /** Of the part that shows rows. */
  readonly viewportHeight: number;
}

export const isScaled = ({ rowCount, rowHeight }: ScrollGeometry): boolean =>
  rowCount * rowHeight > MOST_CONTENT_HEIGHT;

/** Of the element that is scrolled. */
export const contentHeight = ({ rowCount, rowHeight }: ScrollGeometry): number =>
  Math.min(rowCount * rowHeight, MOST_CONTENT_HEIGHT);

/** Greatest number of the row at the upper edge; fractional. */
export const lastTopRow = ({ rowCount, rowHeight, viewportHeight }: ScrollGeometry): number =>
  Math.max(0, rowCount - viewportHeight / rowHeight);

/** The row at the upper edge, fractional. */
export function topRowOf(scrollTop: number, geometry: ScrollGeometry): number {
  const room = contentHeight(geometry) - geometry.viewportHeight;
  const last = lastTopRow(geometry);
  return room <= 0 ? 0 : Math.min(Math.max((scrollTop / room) * last, 0), last);
}

/** The inverse of `topRowOf`. */
export function scrollTopOf(topRow: number, geometry: ScrollGeometry): number {
  const last = lastTopRow(geometry);
  return last === 0 ? 0 : (topRow / last) * (contentHeight(geometry) - geometry.viewportHeight);
}

/** The nearest upper edge at which a row is seen whole. */
export function topRowShowing(row: number, topRow: number, geometry: ScrollGeometry): number {
  const wholeRows = Math.max(1, Math.floor(geometry.viewportHeight / geometry.rowHeight));
  const least = Math.max(0, row - wholeRows + 1);
  return Math.min(Math.max(topRow, least), row, lastTopRow(geometry));
}
