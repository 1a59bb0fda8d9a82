/** The lines of which a piece is seen in a box on the canvas. */
import type { MapLine } from './map-content.ts';
import type { MapLayers } from './map-layers.ts';
import type { CanvasBox } from './map-overlay.ts';
import type { MapView } from './map-view.ts';

export function linesInBox({ lines, lineStrokes }: MapLayers, view: MapView, { from, to }: CanvasBox): MapLine[] {
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
  const found = new Set<number>();
  lineStrokes.visit(view, (x0, y0, x1, y1, owner) => {
    if (!found.has(owner) && meetsBox(x0, y0, x1, y1, left, right, top, bottom)) found.add(owner);
  });
  return [...found].sort((a, b) => a - b).map((owner) => lines[owner]!.line);
}

/** Whether some of the piece lies in the box. */
export function meetsBox(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  left: number,
  right: number,
  top: number,
  bottom: number,
): boolean {
  // prettier-ignore
  const [dx, dy] = [x1 - x0, y1 - y0];
  let [from, to] = [0, 1];
  for (const [p, q] of [
    [-dx, x0 - left],
    [dx, right - x0],
    [-dy, y0 - top],
    [dy, bottom - y0],
  ] as const) {
    // prettier-ignore
    if (p === 0 && q < 0) return false;
    if (p < 0) from = Math.max(from, q / p);
    if (p > 0) to = Math.min(to, q / p);
  }
  return from <= to;
}
