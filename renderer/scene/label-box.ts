/** A line of text on the canvas, and whether two of them collide. CSS pixels. */
export interface LabelBox {
  readonly text: string;
  readonly kind: 'tick' | 'title';
  /** Middle of the text in CSS pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Height of a label's line. */
export const LINE_HEIGHT = 14;

/** Free space between two labels side by side. */
const GAP = 4;

export const isInside = (
  { x, y, width, height }: LabelBox,
  canvas: { readonly width: number; readonly height: number },
): boolean =>
  x - width / 2 >= 0 && x + width / 2 <= canvas.width && y - height / 2 >= 0 && y + height / 2 <= canvas.height;

export const isOverlapping = (a: LabelBox, b: LabelBox): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 + GAP && Math.abs(a.y - b.y) < (a.height + b.height) / 2;
