/** Offsets, gathers, stacks and lines on the command line, over files that the test makes. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildSegy, type TestTrace } from '../formats/segy/test-segy-builder.ts';
import { createCollectingTerminal, type CollectingTerminal } from './fixtures/collecting-terminal.ts';
import type { SurveyJson } from './info/survey-json.ts';
import { runCommandLine } from './run-command-line.ts';

const OFFSETS = [150, 300];
const amplitude = (inline: number, crossline: number, offset: number, sample: number): number =>
  inline * 100 + crossline + offset / 1000 + sample / 16;

const gathers: TestTrace[] = [1, 2].flatMap((inline) =>
  [10, 11, 12].flatMap((crossline) =>
    OFFSETS.map((offset) => ({
      words: { 37: offset, 189: inline, 193: crossline },
      samples: [0, 1].map((sample) => amplitude(inline, crossline, offset, sample)),
    })),
  ),
);

/** Two lines of 25 m steps, one eastwards and one north-east, whose traces alternate in the file. */
const lines: TestTrace[] = Array.from({ length: 80 }, (_, trace) => {
  const line = trace % 2;
  const along = Math.floor(trace / 2);
  return {
    words: {
      21: 100 + along,
      181: line === 0 ? 500_000 + 25 * along : 510_000 + 20 * along,
      185: line === 0 ? 6_000_000 : 6_010_000 + 15 * along,
      189: 7 + line,
    },
    samples: [trace, -trace],
  };
});

let folder: string;
let terminal: CollectingTerminal;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossline-geometry-'));
  writeFileSync(join(folder, 'gathers.sgy'), buildSegy({ traces: gathers }));
  writeFileSync(join(folder, 'lines.sgy'), buildSegy({ traces: lines }));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => void (terminal = createCollectingTerminal(folder)));

const run = (...words: string[]): Promise<number> => runCommandLine(words, terminal);

async function slice(...words: string[]): Promise<{ shape: string; values: number[] }> {
  expect(await run('slice', ...words, '--out', 'slice.npy')).toBe(0);
  const bytes = readFileSync(join(folder, 'slice.npy'));
  const start = 10 + bytes.readUInt16LE(8);
  const values = Array.from({ length: (bytes.length - start) / 4 }, (_, at) => bytes.readFloatLE(start + 4 * at));
  return { shape: /'shape': (\(.*?\))/.exec(bytes.toString('latin1', 0, start))![1]!, values };
}

const infoOf = async (...words: string[]): Promise<SurveyJson> => {
  expect(await run('info', ...words, '--json')).toBe(0);
  return JSON.parse(terminal.out()) as SurveyJson;
};

describe('gathers', () => {
  it('tell their offsets', async () => {
    expect(await infoOf('gathers.sgy')).toMatchObject({
      kind: 'gathers',
      gathers: { positions: 'bins', offsets: { kind: 'offsets', values: OFFSETS } },
    });
    terminal = createCollectingTerminal(folder);
    expect(await run('info', 'gathers.sgy')).toBe(0);
    expect(terminal.out()).toMatch(/^Offsets +2, 150 to 300$/m);
  });

  it('are written at one offset', async () => {
    const { shape, values } = await slice('gathers.sgy', '--inline', '2', '--offset', '300');
    expect(shape).toBe('(3, 2)');
    expect(values[0]).toBeCloseTo(amplitude(2, 10, 300, 0), 4);
  });

  it('are written one at a time', async () => {
    const { shape, values } = await slice('gathers.sgy', '--gather', '2:11');
    expect(shape).toBe('(2, 2)');
    expect(values[2]).toBeCloseTo(amplitude(2, 11, 300, 0), 4);
    expect(await run('slice', 'gathers.sgy', '--gather', '2:11', '--out', 'gather.csv')).toBe(0);
    expect(readFileSync(join(folder, 'gather.csv'), 'utf8')).toMatch(/^offset.*\n150,/);
  });

  it('are stacked, and told how long that took', async () => {
    const { values } = await slice('gathers.sgy', '--sample', '1', '--stack', '--timing');
    expect(values[4]).toBeCloseTo(amplitude(2, 11, 225, 1), 4);
    expect(terminal.out()).toMatch(/^stack +[\d.]+ ms$/m);
  });

  it.each([
    ['an offset that no trace has', ['--inline', '1', '--offset', '200'], /Offset 200 .*\n?.*150, 300/],
    ['a gather off the grid', ['--gather', '1:13'], /Crossline 13 /],
    ['an inline left out', ['--gather', '10'], /INLINE:CROSSLINE/],
    ['offset and stack', ['--inline', '1', '--offset', '150', '--stack'], /exclude each other/],
    ['an offset of traces', ['--trace', '0', '--offset', '150'], /go with --inline/],
  ])('refuse %s', async (_, words, message) => {
    expect(await run('slice', 'gathers.sgy', ...words, '--out', 'slice.npy')).not.toBe(0);
    expect(terminal.errors()).toMatch(message);
  });
});

describe('lines', () => {
  it('are told apart and listed', async () => {
    const { kind, lines: set } = await infoOf('lines.sgy');
    expect(kind).toBe('line');
    expect(set).toMatchObject({
      split: 'line',
      lines: [
        { name: 'Line 7', traceCount: 40, firstTrace: 0, cdp: { first: 100, last: 139 }, length: 975 },
        { name: 'Line 8', traceCount: 40, firstTrace: 1 },
      ],
    });
    expect(set?.choices.map(({ split }) => split)).toContain('none');
  });

  it('are written one by one, by name or number', async () => {
    expect((await slice('lines.sgy', '--line', 'Line 8')).values.slice(0, 4)).toEqual([1, -1, 3, -3]);
    expect((await slice('lines.sgy', '--line', '2', '--trace', '9')).values).toEqual([19, -19]);
    expect(await run('slice', 'lines.sgy', '--line', '3', '--out', 'slice.npy')).toBe(1);
    expect(terminal.errors()).toMatch(/Line 3 .*1 to 2/s);
  });

  it.each([
    ['none', ['Line']],
    ['byte:189', ['Line 7', 'Line 8']],
    ['byte:191:int16', ['Line 7', 'Line 8']],
  ])('are split by %s as the user says', async (split, names) => {
    const { lines: set, mapping } = await infoOf('lines.sgy', '--split', split);
    expect(set?.lines.map(({ name }) => name)).toEqual(names);
    expect(mapping?.['split']).toBe(split === 'none' ? 'none' : split.includes('int16') ? '191:int16' : '189:int32');
  });

  it('are not split by what is no way', async () => {
    expect(await run('info', 'lines.sgy', '--split', 'colour')).not.toBe(0);
    expect(terminal.errors()).toMatch(/"colour" is no way to tell lines apart/);
  });
});
