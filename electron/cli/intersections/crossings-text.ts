import type { NamedDocument } from '../../../shared/exchange/encode-document.ts';
import type { ExchangeDocument } from '../../../shared/exchange/exchange-document.ts';
import type { CrossingResult } from '../../jobs/crossings/find-crossings-of-files.ts';
import { columnsText, type ColumnHead } from '../output/columns-text.ts';

const CROSSING_HEADS: readonly ColumnHead[] = [
  ['line 1', 'left'],
  ['line 2', 'left'],
  ['x', 'right'],
  ['y', 'right'],
  ['traces 1', 'right'],
  ['traces 2', 'right'],
];
const OVERLAP_HEADS: readonly ColumnHead[] = [
  ['line 1', 'left'],
  ['line 2', 'left'],
  ['overlap from', 'right'],
  ['to', 'right'],
  ['traces 1', 'right'],
  ['traces 2', 'right'],
];

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** E.g. "24 lines: 194 crossings and 0 overlaps". */
export function countsText({ coordinates, intersections, overlaps }: ExchangeDocument): string {
  const lines = [...coordinates.values()].reduce((sum, profiles) => sum + profiles.size, 0);
  const found = `${counted(intersections.length, 'crossing')} and ${counted(overlaps.length, 'overlap')}`;
  return `${counted(lines, 'line')}: ${found}`;
}

/** How the crossings were found. */
export function searchText({ algorithm, stages }: CrossingResult): string {
  const { loadMs, indexMs, searchMs, exactMs } = stages;
  const ms = (value: number): string => `${value.toFixed(1)} ms`;
  const times = `load ${ms(loadMs)}, index ${ms(indexMs)}, search ${ms(searchMs)}, exact ${ms(exactMs)}`;
  return `(${algorithm}; ${times})`;
}

/** By names. */
const compareRows = (a: readonly string[], b: readonly string[]): number =>
  a[0]!.localeCompare(b[0]!, 'en', { numeric: true }) || a[1]!.localeCompare(b[1]!, 'en', { numeric: true });

/** A table of the crossings, and one of the overlaps where there are any. Traces count from 0, as in the document. */
export function crossingsText({ document, names }: NamedDocument): string {
  const nameOf = (id: string): string => names.get(id) ?? id;
  const crossings = document.intersections.map(({ profile1, profile2, x, y, t11, t12, t21, t22 }) => [
    nameOf(profile1),
    nameOf(profile2),
    x.toFixed(2),
    y.toFixed(2),
    `${t11}-${t12}`,
    `${t21}-${t22}`,
  ]);
  const overlaps = document.overlaps.map((each) => [
    nameOf(each.profile1),
    nameOf(each.profile2),
    `${each.x1.toFixed(2)} ${each.y1.toFixed(2)}`,
    `${each.x2.toFixed(2)} ${each.y2.toFixed(2)}`,
    `${each.t1From}-${each.t1To}`,
    `${each.t2From}-${each.t2To}`,
  ]);
  crossings.sort(compareRows);
  overlaps.sort(compareRows);
  return (
    (crossings.length === 0 ? '' : `\n${columnsText(CROSSING_HEADS, crossings)}`) +
    (overlaps.length === 0 ? '' : `\n${columnsText(OVERLAP_HEADS, overlaps)}`)
  );
}
