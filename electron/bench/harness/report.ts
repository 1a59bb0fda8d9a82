/** What every group prints: the same JSON, and a table for people. */
import type { CaseResult } from './bench-case.ts';
import { machineText } from './machine.ts';
import type { Machine } from './machine.ts';
import { median, minimum } from './statistics.ts';

/** Medians in ms. */
export interface BenchRow {
  readonly group: string;
  readonly case: string;
  readonly oursMs: number;
  /** E.g. "segyio 1.8.3, mmap"; null where none ran. */
  readonly peer: string | null;
  readonly peerMs: number | null;
  /** peerMs / oursMs: above 1 we are faster. */
  readonly ratio: number | null;
}

export interface BenchReport {
  readonly machine: Machine;
  readonly rows: readonly BenchRow[];
}

export function benchRow(group: string, result: CaseResult, peer: string | null): BenchRow {
  const oursMs = median(result.ours);
  if (result.peer === null) return { group, case: result.name, oursMs, peer: null, peerMs: null, ratio: null };
  const peerMs = median(result.peer);
  return { group, case: result.name, oursMs, peer, peerMs, ratio: peerMs / oursMs };
}

/** A Markdown table, which also reads well in a terminal: medians and, since noise only ever adds, minima. */
export function benchTable(
  machine: Machine,
  group: string,
  results: readonly CaseResult[],
  peer: string | null,
): string {
  const head = ['case', 'ours, median', 'ours, min', `${peer ?? 'peer'}, median`, 'peer, min', 'ratio', 'calls'];
  const body = results.map((result) => {
    const row = benchRow(group, result, peer);
    const peerMin = result.peer === null ? null : minimum(result.peer);
    return [
      result.name,
      milliseconds(row.oursMs),
      milliseconds(minimum(result.ours)),
      milliseconds(row.peerMs),
      milliseconds(peerMin),
      row.ratio === null ? '-' : `${row.ratio.toFixed(1)}x`,
      String(result.ours.length),
    ];
  });
  return `${machineText(machine)}\n\n${markdownTable([head, ...body])}`;
}

/** Three digits: 0.085 ms, 12.3 ms. */
export const milliseconds = (ms: number | null): string =>
  ms === null ? '-' : `${Number(ms.toPrecision(3)).toString()} ms`;

export function markdownTable(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(3, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join(' | ')} |\n`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |\n`;
  const [head, ...body] = rows;
  return line(head!) + rule + body.map(line).join('');
}
