import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildSegy, gridTraces } from '../../formats/segy/test-segy-builder.ts';
import { createCollectingTerminal, type CollectingTerminal } from '../fixtures/collecting-terminal.ts';
import { runCommandLine } from '../run-command-line.ts';
import type { FiguresJson } from './word-figures.ts';
import type { WordJson } from './word-list.ts';

let folder: string;
let terminal: CollectingTerminal;
let earlierState: string | undefined;

/** 3 x 4 traces, in the order of their inlines. */
const TRACES = gridTraces({ inlines: [10, 12, 14], crosslines: [100, 101, 102, 103] });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossline-headers-'));
  earlierState = process.env['CROSSLINE_STATE'];
  process.env['CROSSLINE_STATE'] = join(folder, 'state');
  const text = 'C 1 FIRST LINE'.padEnd(80) + 'C 2 SECOND';
  writeFileSync(join(folder, 'grid.sgy'), buildSegy({ traces: TRACES, text, extendedText: ['((SEG:Note)) more'] }));
});
afterAll(() => {
  if (earlierState === undefined) delete process.env['CROSSLINE_STATE'];
  else process.env['CROSSLINE_STATE'] = earlierState;
  rmSync(folder, { recursive: true });
});
beforeEach(() => void (terminal = createCollectingTerminal(folder)));

const run = (...words: string[]): Promise<number> => runCommandLine(['headers', 'grid.sgy', ...words], terminal);
async function printed(...words: string[]): Promise<string> {
  expect(await run(...words), terminal.errors()).toBe(0);
  return terminal.out();
}
const json = async (...words: string[]): Promise<unknown> => JSON.parse(await printed(...words, '--json'));

describe('crossline headers', () => {
  it('prints every text header, in the code page that is wanted', async () => {
    expect((await printed('--text')).split('\n')).toEqual([
      'Text header, from byte 1, ASCII',
      'C 1 FIRST LINE',
      'C 2 SECOND',
      '',
      'Extended text header, from byte 3601, ASCII',
      '((SEG:Note)) more',
      '',
    ]);
    terminal = createCollectingTerminal(folder);
    const [page] = (await json('--text', '--code-page', 'cp037')) as { codePage: string; lines: string[] }[];
    expect(page?.codePage).toBe('cp037');
    expect(page?.lines[0]).not.toContain('FIRST');
  });

  it('names the words of the binary header', async () => {
    const words = (await json('--binary')) as WordJson[];
    expect(words.find(({ name }) => name === 'format')).toEqual({
      byte: 3225,
      type: 'int16',
      name: 'format',
      title: 'Data sample format code',
      value: 5,
      meaning: '4-byte IEEE floating-point',
    });
    terminal = createCollectingTerminal(folder);
    expect(await printed('--binary')).toMatch(/^3217 {2}int16 {4}hdt {8}.* 4000 {2}µs {2}.*Sample interval$/m);
  });

  it('names the words of one trace, counted from 1', async () => {
    const words = (await json('--trace', '6')) as WordJson[];
    const value = (wanted: string): unknown => words.find(({ name }) => name === wanted)?.value;
    expect([value('iline'), value('xline'), value('co_scal')]).toEqual([12, 101, -100]);
    const { 181: x } = TRACES[5]!.words;
    expect(words.find(({ name }) => name === 'cdp_x')).toMatchObject({ value: x, meaning: String(x! / 100) });
  });

  it('tells figures of one word, also as another type and of some traces', async () => {
    expect(await json('--column', '189:int32')).toMatchObject({
      name: 'iline',
      traces: 12,
      min: 10,
      max: 14,
      mean: 12,
      distinct: 3,
      zeros: 0,
      constant: false,
      frequent: [
        { value: 10, traces: 4 },
        { value: 12, traces: 4 },
        { value: 14, traces: 4 },
      ],
      histogram: { min: 9.5, max: 14.5, counts: [4, 0, 4, 0, 4] },
    });
    terminal = createCollectingTerminal(folder);
    const filtered = (await json('--column', '191:int16', '--filter', 'crossline >= 102')) as FiguresJson;
    expect(filtered).toMatchObject({ name: '191:int16', title: '', traces: 6, min: 10, max: 14 });
  });

  it('writes columns as CSV, to the terminal or to a file', async () => {
    expect(
      await printed('--columns', 'xline,189:int32,181:float32', '--filter', 'inline == 12 and trace != 6'),
    ).toMatch(/^trace,xline,iline,181:float32\n5,100,12,[\d.e-]+\n7,102,12,[\d.e-]+\n8,103,12,[\d.e-]+\n$/);
    terminal = createCollectingTerminal(folder);
    expect(await printed('--out', 'all.csv')).toBe('');
    const [head, ...lines] = readFileSync(join(folder, 'all.csv'), 'utf8').trimEnd().split('\n');
    expect(head).toBe('trace,cdp,cdp_x,cdp_y,iline,xline');
    expect(lines).toEqual(
      TRACES.map(({ words }, i) => [i + 1, words[21], words[181], words[185], words[189], words[193]].join(',')),
    );
    expect(await printed('--column', 'cdp', '--out', 'cdp.csv')).toBe('');
    expect(readFileSync(join(folder, 'cdp.csv'), 'utf8')).toBe(
      `trace,cdp\n${TRACES.map(({ words }, i) => `${i + 1},${words[21]}\n`).join('')}`,
    );
  });

  it('sums all of them up', async () => {
    const summary = (await json()) as { text: unknown[]; binary: WordJson[]; words: FiguresJson[] };
    expect(summary).toMatchObject({ byteOrder: 'big', traceCount: 12, filter: null, matchCount: 12 });
    expect(summary.text).toHaveLength(2);
    expect(summary.words.filter(({ constant }) => !constant).map(({ name }) => name)).toEqual([
      'cdp',
      'cdp_x',
      'cdp_y',
      'iline',
      'xline',
    ]);
    terminal = createCollectingTerminal(folder);
    const text = await printed('--filter', 'inline == 10');
    expect(text).toContain('\n4 of 12 traces match\n');
    expect(text).toMatch(/Varying words\n.*\n +21 {2}int32 {2}cdp +100 +103 +4 +0 {2}Ensemble/);
    expect(text).toMatch(/Constant words\n.*\n +71 {2}int16 {2}co_scal +-100 {2}Scalar of coordinates/);
    expect(text).toMatch(/Zero in every trace\nlinetrc reeltrc ffid/);
  });

  it('reads by a mapping that options give', async () => {
    const words = [
      '--columns',
      'iline',
      '--inline-byte',
      '193',
      '--crossline-byte',
      '189',
      '--filter',
      'inline == 103',
    ];
    expect(await printed(...words)).toBe('trace,iline\n4,10\n8,12\n12,14\n');
  });

  it.each([
    ['--text --binary', /At most one of --text/],
    ['--trace 0', /Traces count from 1/],
    ['--column nothing', /"nothing" is neither a word of the standard nor BYTE:TYPE/],
    ['--columns iline,300:int', /"300:int" is neither/],
    ['--text --out a.csv', /--out writes columns/],
    ['--columns iline --json', /--json goes with/],
    ['--code-page klingon', /Allowed choices/],
  ])('refuses %s', async (words, message) => {
    expect(await run(...words.split(' '))).toBe(2);
    expect(terminal.errors()).toMatch(message);
  });

  it('says what is not there, and where an expression is wrong', async () => {
    expect(await run('--trace', '13')).toBe(1);
    expect(terminal.errors()).toContain('Trace 13 is not in this survey. Choose one of 1 to 12.');
    expect(await run('--filter', 'inline == 1 or')).toBe(2);
    expect(terminal.errors()).toContain('wrong at character 15: it ends too early');
    expect(await run('--column', '401:float64')).toBe(2);
    expect(terminal.errors()).toContain('does not lie in the 240 bytes');
    expect(await runCommandLine(['headers', 'synthetic:'], terminal)).toBe(2);
    expect(terminal.errors()).toContain('has no SEG-Y headers');
  });
});
