/** Sections of a cube along a line, on the command line. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { buildSegy, gridTrace, gridTraces, type TestTrace } from '../formats/segy/test-segy-builder.ts';
import { createCollectingTerminal, type CollectingTerminal } from './fixtures/collecting-terminal.ts';
import { runCommandLine } from './run-command-line.ts';

const SAMPLES = 4;
const INLINES = Array.from({ length: 30 }, (_, k) => 1 + k);
const CROSSLINES = Array.from({ length: 20 }, (_, k) => 50 + k);
/** Of a line through positions of the grid, half a crossline aside. */
function lineTrace(inline: number, crossline: number, cdp: number, line: number): TestTrace {
  const { 181: x = 0, 185: y = 0, ...others } = gridTrace(inline, crossline).words;
  return { words: { ...others, 21: cdp, 181: x - 375, 185: y + 500, 189: line, 193: 0 }, samples: [0, 0, 0, 0] };
}
/** Half way between two crosslines, five traces before the cube, five behind. */
const alongInlines = (line: number): TestTrace[] =>
  Array.from({ length: 40 }, (_, k) => lineTrace(k - 4, 60, 500 + k, line));
/** Across the crosslines 50 to 69, ten traces before them, ten behind. */
const acrossInlines = (line: number): TestTrace[] =>
  Array.from({ length: 40 }, (_, k) => lineTrace(6, 40 + k, 900 + k, line));

let folder: string;
let terminal: CollectingTerminal;
let earlierState: string | undefined;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossline-along-'));
  earlierState = process.env['CROSSLINE_STATE'];
  process.env['CROSSLINE_STATE'] = join(folder, 'state');
  const cube = gridTraces({ inlines: INLINES, crosslines: CROSSLINES, sampleCount: SAMPLES });
  writeFileSync(join(folder, 'cube.sgy'), buildSegy({ traces: cube }));
  writeFileSync(join(folder, 'line.sgy'), buildSegy({ traces: alongInlines(0) }));
  const two = [...alongInlines(7), ...acrossInlines(8)];
  writeFileSync(join(folder, 'two.sgy'), buildSegy({ traces: two }));
});
afterAll(() => {
  if (earlierState === undefined) delete process.env['CROSSLINE_STATE'];
  else process.env['CROSSLINE_STATE'] = earlierState;
  rmSync(folder, { recursive: true });
});
beforeEach(() => void (terminal = createCollectingTerminal(folder)));

const run = (...words: string[]): Promise<number> => runCommandLine(['slice', 'cube.sgy', ...words], terminal);

function readNpy(name: string): { shape: string; values: number[] } {
  const bytes = readFileSync(join(folder, name));
  const start = 10 + bytes.readUInt16LE(8);
  const values = Array.from({ length: (bytes.length - start) / 4 }, (_, at) => bytes.readFloatLE(start + 4 * at));
  return { shape: /'shape': (\(.*?\))/.exec(bytes.toString('latin1', 0, start))![1]!, values };
}

/** The cube's amplitudes grow evenly, so that between its traces they are known. */
const amplitudeAt = (inline: number, crossline: number): number => inline * 100 + crossline;

it('cuts a cube along a line, trace by trace', async () => {
  expect(await run('--along', 'line.sgy', '--out', 'along.npy')).toBe(0);
  const { shape, values } = readNpy('along.npy');
  expect(shape).toBe('(40, 4)');
  expect(values.slice(0, 4 * SAMPLES + SAMPLES).every(Number.isNaN)).toBe(true);
  expect(values[5 * SAMPLES]).toBeCloseTo(amplitudeAt(1, 60.5), 1);
  expect(values[20 * SAMPLES]).toBeCloseTo(amplitudeAt(16, 60.5), 1);
  expect(values.slice(-5 * SAMPLES).every(Number.isNaN)).toBe(true);
});

it('takes the nearest traces, some of the line only, of one of several lines', async () => {
  const words = ['--along', 'two.sgy', '--line', '2', '--trace', '25:3', '--interpolation', 'nearest'];
  expect(await run(...words, '--out', 'nearest.npy', '--timing')).toBe(0);
  const { shape, values } = readNpy('nearest.npy');
  expect(shape).toBe('(3, 4)');
  expect([amplitudeAt(6, 65), amplitudeAt(6, 66)]).toContain(values[0]);
  expect(terminal.out()).toMatch(/^served from +(mapped|fallback)$/m);
});

it('writes pictures, and tables by trace', async () => {
  expect(await run('--along', 'line.sgy', '--out', 'along.png')).toBe(0);
  expect(decode(readFileSync(join(folder, 'along.png')))).toMatchObject({ width: 40, height: SAMPLES });
  expect(await run('--along', 'line.sgy', '--out', 'along.csv')).toBe(0);
  const rows = readFileSync(join(folder, 'along.csv'), 'utf8').trimEnd().split('\n');
  expect([rows.length, rows[0]!.startsWith('trace'), rows[6]!.startsWith('5,')]).toEqual([41, true, true]);
});

it.each([
  [['--along', 'two.sgy'], 'two.sgy holds 2 lines: choose one by --line'],
  [['--along', 'cube.sgy'], 'cube.sgy holds no 2D line to go along'],
  [['--along', 'line.sgy', '--inline', '3'], 'Exactly one of'],
  [['--along', 'line.sgy', '--stack'], '--offset and --stack are for gathers'],
  [['--along', 'line.sgy', '--trace', '35:10'], 'Trace 44 is not in this survey'],
  [['--along', 'nowhere.sgy'], 'There is no file at'],
])('refuses %j', async (words, reason) => {
  expect(await run(...words, '--out', 'none.npy')).not.toBe(0);
  expect(terminal.errors()).toContain(reason);
});
