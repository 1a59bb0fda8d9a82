/** Which grid positions a plane through a grid passes, in the order of its slice. */
import type { LineAxis } from '../../../shared/axes.ts';
import type { Decimation, SurveyPlane } from '../../../shared/slices.ts';

export type GridPlane = Extract<SurveyPlane, { orientation: 'inline' | 'crossline' | 'sample' }>;

/** Grid position (inline, crossline) of the plane's first trace, and the steps between its rows and columns. */
export interface PlaneGrid {
  readonly inline: number;
  readonly crossline: number;
  readonly rows: number;
  readonly columns: number;
  readonly rowInlines: number;
  readonly rowCrosslines: number;
  readonly columnCrosslines: number;
}

export function planeGrid(
  { inline, crossline }: { readonly inline: LineAxis; readonly crossline: LineAxis },
  plane: GridPlane,
  decimation: Decimation,
): PlaneGrid {
  const inlines = Math.ceil(inline.count / decimation.rows);
  const column = { columns: 1, columnCrosslines: 0 };
  switch (plane.orientation) {
    case 'inline': {
      const rows = Math.ceil(crossline.count / decimation.rows);
      return { inline: plane.index, crossline: 0, rows, rowInlines: 0, rowCrosslines: decimation.rows, ...column };
    }
    case 'crossline':
      return {
        inline: 0,
        crossline: plane.index,
        rows: inlines,
        rowInlines: decimation.rows,
        rowCrosslines: 0,
        ...column,
      };
    case 'sample':
      return {
        inline: 0,
        crossline: 0,
        rows: inlines,
        rowInlines: decimation.rows,
        rowCrosslines: 0,
        columns: Math.ceil(crossline.count / decimation.columns),
        columnCrosslines: decimation.columns,
      };
  }
}
