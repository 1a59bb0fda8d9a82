export type ColumnHead = readonly [title: string, align: 'left' | 'right'];

/** A table for people: a line of titles, then a line a row, two blanks between columns. */
export function columnsText(heads: readonly ColumnHead[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map(([title], i) => rows.reduce((width, row) => Math.max(width, row[i]!.length), title.length));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => (heads[i]![1] === 'right' ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
      .join('  ')
      .trimEnd();
  return [heads.map(([title]) => title), ...rows].map((row) => `${line(row)}\n`).join('');
}
