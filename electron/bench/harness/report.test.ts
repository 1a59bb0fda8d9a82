import { expect, it } from 'vitest';
import type { Machine } from './machine.ts';
import { benchRow, benchTable, milliseconds } from './report.ts';

const machine: Machine = { cpu: 'CPU', cores: 2, memoryGB: 24, os: 'OS', kernel: 'Linux 6', node: 'v20' };
const withPeer = { name: 'inline', ours: [0.3, 0.1, 0.2], peer: [2.2, 2, 1.8] };
const alone = { name: 'open', ours: [5], peer: null };

it('gives medians and how many times faster we are', () => {
  expect(benchRow('read', withPeer, 'segyio')).toEqual({
    group: 'read',
    case: 'inline',
    oursMs: 0.2,
    peer: 'segyio',
    peerMs: 2,
    ratio: 10,
  });
});

it('has no peer and no ratio where none ran, even if one ran for other cases', () => {
  expect(benchRow('read', alone, 'segyio')).toEqual({
    group: 'read',
    case: 'open',
    oursMs: 5,
    peer: null,
    peerMs: null,
    ratio: null,
  });
});

it('prints an aligned Markdown table under the machine', () => {
  expect(benchTable(machine, 'read', [withPeer, alone], 'segyio')).toBe(`\
CPU, 2 cores, 24 GB, OS, Linux 6, Node v20

| case   | ours, median | ours, min | segyio, median | peer, min | ratio | calls |
| ------ | -----------: | --------: | -------------: | --------: | ----: | ----: |
| inline |       0.2 ms |    0.1 ms |           2 ms |    1.8 ms | 10.0x |     3 |
| open   |         5 ms |      5 ms |              - |         - |     - |     1 |
`);
});

it.each([
  [0.08512, '0.0851 ms'],
  [123.4, '123 ms'],
  [null, '-'],
])('writes %d as %s', (ms, text) => {
  expect(milliseconds(ms)).toBe(text);
});
