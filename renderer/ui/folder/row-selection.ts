/** Which rows of a list are chosen, by their paths: rows move while a folder is looked through. */

export interface RowSelection {
  readonly paths: ReadonlySet<string>;
  /** Where the keys are; null before the first move. */
  readonly current: string | null;
  /** Where a range begins. */
  readonly anchor: string | null;
}

export const NOTHING_SELECTED: RowSelection = { paths: new Set(), current: null, anchor: null };

/** `only`: this row alone. `toggle`: this row more or less. `range`: from the anchor to this row. */
export type SelectMode = 'only' | 'toggle' | 'range';

export function selectRow(
  selection: RowSelection,
  rows: readonly { readonly path: string }[],
  index: number,
  mode: SelectMode,
): RowSelection {
  const path = rows[index]?.path;
  if (path === undefined) return selection;
  switch (mode) {
    case 'only':
      return { paths: new Set([path]), current: path, anchor: path };
    case 'toggle': {
      const paths = new Set(selection.paths);
      if (!paths.delete(path)) paths.add(path);
      return { paths, current: path, anchor: path };
    }
    case 'range': {
      const anchor = rows.findIndex((row) => row.path === selection.anchor);
      if (anchor < 0) return selectRow(selection, rows, index, 'only');
      const range = rows.slice(Math.min(anchor, index), Math.max(anchor, index) + 1);
      return { paths: new Set(range.map((row) => row.path)), current: path, anchor: selection.anchor };
    }
  }
}

export const selectAll = (selection: RowSelection, rows: readonly { readonly path: string }[]): RowSelection => ({
  ...selection,
  paths: new Set(rows.map(({ path }) => path)),
});
