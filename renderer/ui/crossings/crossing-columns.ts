/** The columns of the crossings table, and what stands in them. */
import type { CrossingColumn, CrossingRow, TracePair } from '../../state/crossings/crossing-rows.ts';

export interface ColumnHead {
  readonly column: CrossingColumn;
  readonly title: string;
  /** What it is, where the title does not say all. */
  readonly hint: string;
  /** Numbers stand right. */
  readonly isNumber: boolean;
}

/** In the order of the grid in `crossings.module.css`. */
export const COLUMNS: readonly ColumnHead[] = [
  { column: 'line1', title: 'Line 1', hint: 'The line that was opened first', isNumber: false },
  { column: 'line2', title: 'Line 2', hint: 'The other line', isNumber: false },
  { column: 'surveys', title: 'Surveys', hint: 'Files that the lines are of', isNumber: false },
  { column: 'x', title: 'X', hint: 'In the unit of the coordinates; of an overlap, where it begins', isNumber: true },
  { column: 'y', title: 'Y', hint: 'In the unit of the coordinates; of an overlap, where it begins', isNumber: true },
  { column: 'traces1', title: 'Traces 1', hint: 'Of line 1, on both sides of the place, from 1', isNumber: true },
  { column: 'traces2', title: 'Traces 2', hint: 'Of line 2, on both sides of the place, from 1', isNumber: true },
  { column: 'cdp1', title: 'CDP 1', hint: 'Of the nearer trace of line 1', isNumber: true },
  { column: 'cdp2', title: 'CDP 2', hint: 'Of the nearer trace of line 2', isNumber: true },
  { column: 'angle', title: 'Angle', hint: 'Between the lines', isNumber: true },
  { column: 'kind', title: 'Kind', hint: 'Lines that run along each other overlap', isNumber: false },
];

export function cellTexts(row: CrossingRow): Readonly<Record<CrossingColumn, string>> {
  return {
    line1: row.line1,
    line2: row.line2,
    surveys: row.surveys,
    x: figure(row.x, 2),
    y: figure(row.y, 2),
    traces1: pairText(row.traces1),
    traces2: pairText(row.traces2),
    cdp1: row.cdp1 === null ? '–' : figure(row.cdp1, 0),
    cdp2: row.cdp2 === null ? '–' : figure(row.cdp2, 0),
    angle: row.angle === null ? '–' : `${figure(row.angle, 0)}°`,
    kind: row.kind,
  };
}

/** People count traces from 1. */
const pairText = ([from, to]: TracePair): string => `${from + 1}–${to + 1}`;

const figure = (value: number, decimals: number): string => value.toFixed(decimals).replace('-', '−');
