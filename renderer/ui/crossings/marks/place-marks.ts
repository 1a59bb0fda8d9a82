/** Where the marks of crossings stand over a section, and which have room for their names. */

/** What a mark stands for: a name at a place along the section, or from one to another. */
export interface MarkPlace {
  readonly name: string;
  readonly at: number;
  readonly to: number;
}

export interface PlacedMark<Mark extends MarkPlace> {
  readonly mark: Mark;
  /** CSS pixels from the left of the canvas; `toX` beyond `x` only where lines overlap. */
  readonly x: number;
  readonly toX: number;
  /** Middle of its label: as `x`, but for labels that would reach beyond the canvas. */
  readonly labelX: number;
  /** Row of its label from the top; null where it has no room, and then a tick stands for it. */
  readonly row: number | null;
}

/** Rows of labels at most: more would hide the section. */
const MOST_ROWS = 3;
/** CSS pixels of a character of the labels' font, on average, and of a label's padding with the gap to the next. */
const CHARACTER_WIDTH = 6.4;
const LABEL_EXTRA = 14;

export const labelWidth = (name: string): number => name.length * CHARACTER_WIDTH + LABEL_EXTRA;

/**
 * Labels stand in the first row in which they hide no other; they never overlap.
 * @param marks by place
 * @param xOf CSS pixels of a place
 * @param kept takes room before all others: it is the one that is looked at
 */
export function placeMarks<Mark extends MarkPlace>(
  marks: readonly Mark[],
  xOf: (at: number) => number,
  width: number,
  kept: (mark: Mark) => boolean,
): readonly PlacedMark<Mark>[] {
  const taken: { readonly row: number; readonly left: number; readonly right: number }[] = [];
  const rowFor = (name: string, x: number): number | null => {
    const half = labelWidth(name) / 2;
    for (let row = 0; row < MOST_ROWS; row += 1) {
      if (taken.every((other) => other.row !== row || other.right <= x - half || other.left >= x + half)) {
        taken.push({ row, left: x - half, right: x + half });
        return row;
      }
    }
    return null;
  };
  const seen = marks.flatMap((mark) => {
    const [one, other] = [xOf(mark.at), xOf(mark.to)];
    const [x, toX] = [Math.min(one, other), Math.max(one, other)];
    const half = labelWidth(mark.name) / 2;
    const labelX = Math.max(half, Math.min(x, width - half));
    return toX < 0 || x > width ? [] : [{ mark, x, toX, labelX }];
  });
  const rows = new Map<Mark, number | null>();
  for (const { mark, labelX } of [...seen.filter((each) => kept(each.mark)), ...seen]) {
    if (!rows.has(mark)) rows.set(mark, rowFor(mark.name, labelX));
  }
  return seen.map((each) => ({ ...each, row: rows.get(each.mark) ?? null }));
}
