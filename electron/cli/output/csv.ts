import { sampleAt } from '../../../shared/slices.ts';
import type { SliceView } from '../../../shared/slices.ts';
import type { SliceAxes } from '../slice/slice-axes.ts';
import { shortestFloat32 } from '../../../shared/shortest-float32.ts';

/**
 * The slice as comma-separated text: the first row holds the columns' labels, the first column the rows'. Missing
 * traces are `NaN`. One line a yield, so that a large slice need not be held as one string.
 */
export function* csvLines(view: SliceView, axes: SliceAxes): Generator<string> {
  const [rows, columns] = view.shape;
  const head = [`${axes.rows.name}\\${axes.columns.name}`];
  for (let column = 0; column < columns; column += 1) head.push(String(axes.columns.labelAt(column)));
  yield `${head.join(',')}\n`;
  for (let row = 0; row < rows; row += 1) {
    const cells = [String(axes.rows.labelAt(row))];
    for (let column = 0; column < columns; column += 1) cells.push(shortestFloat32(sampleAt(view, row, column)));
    yield `${cells.join(',')}\n`;
  }
}
