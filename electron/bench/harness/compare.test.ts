import { expect, it } from 'vitest';
import { comparisonTable } from './compare.ts';
import type { BenchReport } from './report.ts';

const machine = { cpu: 'CPU', cores: 2, memoryGB: 24, os: 'OS', kernel: 'Linux 6', node: 'v20' };
const report = (rows: readonly [string, number][]): BenchReport => ({
  machine,
  rows: rows.map(([name, oursMs]) => ({ group: 'read', case: name, oursMs, peer: null, peerMs: null, ratio: null })),
});

it('sets the cases that both reports hold side by side', () => {
  const table = comparisonTable(
    report([
      ['inline', 2],
      ['gone', 1],
    ]),
    report([
      ['new', 1],
      ['inline', 0.5],
    ]),
  );
  expect(table.split('\n').slice(2)).toEqual(['| read/inline |   2 ms | 0.5 ms |  4.00x |', '']);
});
