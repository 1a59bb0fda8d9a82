/** The values that occur in a column of header words. */
import type { HeaderColumn } from '../../native/native-reader.ts';

/** In the order of their first occurrence. Neighbours are mostly alike, and a set asked 200,000 times takes 3 ms. */
export function distinctValues(column: HeaderColumn): Set<number> {
  const distinct = new Set<number>();
  let before = Number.NaN;
  for (const value of column) {
    if (value === before) continue;
    before = value;
    distinct.add(value);
  }
  return distinct;
}
