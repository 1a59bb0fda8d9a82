import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCollectingTerminal } from '../cli/fixtures/collecting-terminal.ts';
import type { CollectingTerminal } from '../cli/fixtures/collecting-terminal.ts';
import { writeTinyCube } from '../cli/fixtures/tiny-cube.ts';
import { runCommandLine } from '../cli/run-command-line.ts';
import { findPython } from './harness/peer-python.ts';
import type { BenchReport } from './harness/report.ts';

/** What is tested is the harness; the figures of a millisecond a case mean nothing. */
const BRIEFLY = ['--seconds', '0.001'];
const { python } = await findPython(['segyio', 'numpy'], process.env);

let folder: string;
let terminal: CollectingTerminal;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossline-bench-test-'));
  writeTinyCube(join(folder, 'tiny.sgy'), true);
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => void (terminal = createCollectingTerminal(folder)));

const run = (...words: string[]): Promise<number> => runCommandLine(['bench', ...words, ...BRIEFLY], terminal);

function checkReport(json: string, group: string): BenchReport {
  const report = JSON.parse(json) as BenchReport;
  expect(Object.keys(report)).toEqual(['machine', 'rows']);
  for (const row of report.rows) {
    expect(Object.keys(row)).toEqual(['group', 'case', 'oursMs', 'peer', 'peerMs', 'ratio']);
    expect(row.group).toBe(group);
    expect(row.oursMs).toBeGreaterThanOrEqual(0);
    if (row.peer === null) expect([row.peerMs, row.ratio]).toEqual([null, null]);
    else expect(row.ratio).toBeCloseTo(row.peerMs! / row.oursMs, 9);
  }
  return report;
}

describe('crossline bench read', () => {
  it('prints nothing but the report with --json, and no peer where none was asked for', async () => {
    expect(await run('read', '--file', 'tiny.sgy', '--json'), terminal.errors()).toBe(0);
    const { rows } = checkReport(terminal.out(), 'read');
    const cases = rows.map((row) => row.case);
    for (const name of ['open', 'inline', 'crossline', 'time slice', 'first time slice']) expect(cases).toContain(name);
    expect(rows.every(({ peer }) => peer === null)).toBe(true);
  });

  it.skipIf(python === null)('measures segyio in the same run (skipped where no Python has it)', async () => {
    expect(await run('read', '--file', 'tiny.sgy', '--json', '--peers'), terminal.errors()).toBe(0);
    const { rows } = checkReport(terminal.out(), 'read');
    expect(rows.find((row) => row.case === 'inline')!.peer).toMatch(/^segyio [\d.]+ \(mmap\)/);
    expect(rows.find((row) => row.case.startsWith('event-loop'))!.peer).toBeNull();
  });

  it('says what it cannot measure on', async () => {
    writeFileSync(join(folder, 'notes.txt'), 'no survey');
    expect(await run('read', '--file', 'notes.txt')).toBe(1);
    expect(terminal.errors()).toMatch(/is not a SEG-Y file/);
  });
});

describe('crossline bench cube', () => {
  it('measures slices of a cube file, and converting to one', async () => {
    expect(await run('cube', '--file', 'tiny.sgy', '--json'), terminal.errors()).toBe(0);
    const { rows } = checkReport(terminal.out(), 'cube');
    const cases = rows.map((row) => row.case);
    for (const name of ['one trace', 'inline', 'crossline', 'time slice', 'copy of an inline', 'convert']) {
      expect(cases).toContain(name);
    }
  });
});

describe('crossline bench scan', () => {
  it('measures reading all headers, and opening again', async () => {
    expect(await run('scan', '--file', 'tiny.sgy', '--json'), terminal.errors()).toBe(0);
    const { rows } = checkReport(terminal.out(), 'scan');
    const cases = rows.map((row) => row.case);
    for (const name of ['scan', 'whole scan', 'whole scan as a job', 'reopen']) expect(cases).toContain(name);
  });

  it.skipIf(python === null)('measures segyio in the same run (skipped where no Python has it)', async () => {
    expect(await run('scan', '--file', 'tiny.sgy', '--json', '--peers'), terminal.errors()).toBe(0);
    const { rows } = checkReport(terminal.out(), 'scan');
    for (const { peer } of rows) expect(peer).toMatch(/^segyio [\d.]+ \(mmap\)/);
  });
});

it('measures the wire, and prints a table for people', async () => {
  expect(await run('wire')).toBe(0);
  expect(terminal.out()).toMatch(/^\| WebSocket, frames +\|/m);
});

it('compares two reports', async () => {
  await run('wire', '--json');
  writeFileSync(join(folder, 'a.json'), terminal.out());
  const words = ['bench', 'compare', 'a.json', 'a.json'];
  const comparing = createCollectingTerminal(folder);
  expect(await runCommandLine(words, comparing)).toBe(0);
  expect(comparing.out()).toMatch(/^\| wire\/WebSocket, frames .* 1\.00x \|$/m);
});
