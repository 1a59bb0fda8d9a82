/** Two reports of the same cases, before and after a change. */
import { markdownTable, milliseconds } from './report.ts';
import type { BenchReport, BenchRow } from './report.ts';

/** A Markdown table of the cases that both hold, and the change of our time: below 1x the second run was slower. */
export function comparisonTable(before: BenchReport, after: BenchReport): string {
  const keyOf = (row: BenchRow): string => `${row.group}/${row.case}`;
  const beforeByKey = new Map(before.rows.map((row) => [keyOf(row), row]));
  const lines = after.rows.flatMap((row) => {
    const earlier = beforeByKey.get(keyOf(row));
    if (earlier === undefined) return [];
    const faster = `${(earlier.oursMs / row.oursMs).toFixed(2)}x`;
    return [[keyOf(row), milliseconds(earlier.oursMs), milliseconds(row.oursMs), faster]];
  });
  return markdownTable([['case', 'before', 'after', 'faster'], ...lines]);
}
