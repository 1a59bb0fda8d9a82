/** Where names of lines stand on the map: beyond an end, or beside the line, and never on each other. CSS pixels. */
import { isInside, isOverlapping, LINE_HEIGHT, type LabelBox } from '../label-box.ts';
import type { PointOnCanvas } from '../section-view.ts';

export interface LineEnd extends PointOnCanvas {
  /** Unit vector away from the line. */
  readonly outX: number;
  readonly outY: number;
}

/** A line that wants its name to be shown. */
export interface NamedLine {
  readonly name: string;
  readonly ends: readonly LineEnd[];
  /** A piece of it in view; null where there is none. */
  readonly piece: LineEnd | null;
}

export interface PlacedName extends LabelBox {
  /** Of the lines. */
  readonly line: number;
}

/** Between an end and its name. */
const GAP = 5;
/** More would be read by nobody, and each is an element of the page. */
export const MOST_NAMES = 120;

/** @param lines most important first @param taken what names must not lie on */
export function placeNames(
  lines: readonly NamedLine[],
  canvas: { readonly width: number; readonly height: number },
  measure: (text: string) => number,
  taken: readonly LabelBox[],
): PlacedName[] {
  const placed: PlacedName[] = [];
  for (const [line, { name, ends, piece }] of lines.entries()) {
    if (placed.length === MOST_NAMES) break;
    const size = { text: name, kind: 'tick' as const, width: measure(name), height: LINE_HEIGHT };
    const beside = piece === null ? [] : [piece, { ...piece, outX: -piece.outX, outY: -piece.outY }];
    const free = [...ends, ...beside]
      .map((end) => ({ ...size, line, ...middleBeyond(end, size) }))
      .find((box) => isInside(box, canvas) && ![...taken, ...placed].some((other) => isOverlapping(box, other)));
    if (free !== undefined) placed.push(free);
  }
  return placed;
}

/** The box touches the end with the side that is turned to it. */
function middleBeyond({ x, y, outX, outY }: LineEnd, { width, height }: Pick<LabelBox, 'width' | 'height'>) {
  // How far the box reaches from its middle in that direction.
  const reach = Math.min(width / 2 / Math.max(Math.abs(outX), 1e-9), height / 2 / Math.max(Math.abs(outY), 1e-9));
  return { x: x + outX * (reach + GAP), y: y + outY * (reach + GAP) };
}
