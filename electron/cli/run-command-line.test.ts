import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ABSENT_RGB } from '../../shared/colour/rgb.ts';
import { createCollectingTerminal } from './fixtures/collecting-terminal.ts';
import type { CollectingTerminal } from './fixtures/collecting-terminal.ts';
import { TINY_CROSSLINES, TINY_INLINES, TINY_SAMPLES, tinyAmplitude, writeTinyCube } from './fixtures/tiny-cube.ts';
import type { HealthJson } from '../../shared/health/health-json.ts';
import type { FolderFileJson } from './info/folder-json.ts';
import type { SurveyJson } from './info/survey-json.ts';
import type { ProposalJson } from './mapping/proposals-json.ts';
import { runCommandLine } from './run-command-line.ts';

const INDICES = Array.from({ length: TINY_SAMPLES }, (_, index) => index);

let folder: string;
let terminal: CollectingTerminal;
let earlierState: string | undefined;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossline-cli-'));
  earlierState = process.env['CROSSLINE_STATE'];
  process.env['CROSSLINE_STATE'] = join(folder, 'state');
  writeTinyCube(join(folder, 'tiny.sgy'));
  writeFileSync(join(folder, 'notes.txt'), 'no survey');
});
afterAll(() => {
  if (earlierState === undefined) delete process.env['CROSSLINE_STATE'];
  else process.env['CROSSLINE_STATE'] = earlierState;
  rmSync(folder, { recursive: true });
});
beforeEach(() => void (terminal = createCollectingTerminal(folder)));

const run = (...words: string[]): Promise<number> => runCommandLine(words, terminal);

/** The float32 values of a .npy and its shape. */
function readNpy(name: string): { shape: string; values: number[] } {
  const bytes = readFileSync(join(folder, name));
  const start = 10 + bytes.readUInt16LE(8);
  const values = Array.from({ length: (bytes.length - start) / 4 }, (_, index) => bytes.readFloatLE(start + 4 * index));
  return { shape: /'shape': (\(.*?\))/.exec(bytes.toString('latin1', 0, start))![1]!, values };
}

describe('crossline mapping', () => {
  it('lists the ways to read a file, best first, and why', async () => {
    expect(await run('mapping', 'tiny.sgy')).toBe(0);
    const lines = terminal.out().split('\n');
    expect(lines[2]).toMatch(/^ +Score +Opens as +Lines +Coordinates +Samples +Known as$/);
    expect(lines[3]).toMatch(
      /^1 +\d\.\d\d +cube 3 x 2 +189\/193 +181\/185 +4 in format 5, big-endian +Standard 189\/193$/,
    );
    expect(terminal.out()).toContain('The first, because:\n  5 of 6 positions of the grid of 3 x 2');
    expect(terminal.errors()).toBe('');
  });

  it('prints them as JSON', async () => {
    expect(await run('mapping', 'tiny.sgy', '--json')).toBe(0);
    const [best, ...others] = JSON.parse(terminal.out()) as ProposalJson[];
    expect(best).toMatchObject({
      kind: 'cube',
      preset: 'Standard 189/193',
      mapping: { inline: '189:int32', format: 5 },
    });
    expect(others.map(({ kind }) => kind)).toContain('traces');
  });

  it('saves the first, or what the options say, for --mapping', async () => {
    const words = ['--inline-byte', '193', '--crossline-byte', '189', '--domain', 'depth'];
    expect(await run('mapping', 'tiny.sgy', ...words, '--save', 'turned.json')).toBe(0);
    expect(terminal.out()).toMatch(/^1 +1\.00 +cube 2 x 3 +193\/189/m);
    terminal = createCollectingTerminal(folder);
    expect(await run('info', 'tiny.sgy', '--json', '--mapping', 'turned.json')).toBe(0);
    expect(JSON.parse(terminal.out())).toMatchObject({ domain: 'depth', inline: { first: 100, count: 2 } });
  });

  it('says why it cannot', async () => {
    expect(await run('mapping', 'notes.txt')).toBe(1);
    expect(terminal.errors()).toMatch(/notes\.txt is not a SEG-Y file/);
  });
});

describe('crossline info', () => {
  it('prints what scripts rely on as JSON, after reading all headers', async () => {
    expect(await run('info', 'tiny.sgy', '--json')).toBe(0);
    const info = JSON.parse(terminal.out()) as SurveyJson;
    expect(info).toMatchObject({
      kind: 'cube',
      traceCount: 5,
      sampleCount: 4,
      sampleIntervalUs: 4000,
      firstSampleMs: 100,
      sampleFormat: { code: 5 },
      byteOrder: 'big',
      inline: { first: 10, last: 14, step: 2, count: 3 },
      crossline: { first: 100, last: 101, step: 1, count: 2 },
      missingTraceCount: 1,
      deadTraceCount: 0,
    });
    expect(info.format).toMatch(/^SEG-Y/);
    expect(['time', 'depth', 'unknown']).toContain(info.domain);
    expect(info.health).toEqual({ state: 'assumed', verdict: 'Opens whole: 1 thing was assumed.' });
    for (const finding of info.findings) {
      const names = ['assumed', 'code', 'effect', 'lost', 'message', 'remedies', 'severity'];
      expect(Object.keys(finding).sort()).toEqual(names);
    }
    expect(terminal.errors()).toBe('');
  });

  it('lists a folder: what opens, and why the rest does not', async () => {
    expect(await run('info', '.', '--json')).toBe(0);
    const files = JSON.parse(terminal.out()) as FolderFileJson[];
    expect(files.find(({ name }) => name === 'tiny.sgy')).toMatchObject({
      path: join(folder, 'tiny.sgy'),
      survey: { kind: 'cube', traceCount: 5, health: { state: 'assumed' } },
      fault: null,
    });
    const notes = files.find(({ name }) => name === 'notes.txt');
    expect(notes).toMatchObject({ survey: null, fault: { code: 'not-segy' } });
    expect(notes?.fault?.advice).toMatch(/\S/);

    terminal = createCollectingTerminal(folder);
    expect(await run('info', '.')).toBe(0);
    const lines = terminal.out().split('\n');
    expect(lines[0]).toMatch(/^Name +Kind +Traces +Lines +Samples +X +Y +Health$/);
    expect(lines.find((line) => line.startsWith('tiny.sgy'))).toMatch(/cube +5 +10-14\/2 x 100-101 +100 to 112/);
    expect(terminal.out()).toMatch(/^No surveys, \d+:$/m);

    terminal = createCollectingTerminal(folder);
    expect(await run('info', '.', '--health')).toBe(2);
    expect(terminal.errors()).toContain('take one file');
  });

  it('prints the health of a file, worst first, with other readings as options', async () => {
    expect(await run('info', 'tiny.sgy', '--health')).toBe(0);
    const [head, first, ...others] = terminal.out().split('\n\n');
    expect(head).toBe(
      `${join(folder, 'tiny.sgy')}\nOpens whole: 1 thing was assumed.\nRead as detected, Standard 189/193.`,
    );
    expect(first).toMatch(/^Warning: .*\[traces-missing\]/);
    expect(others.join()).toMatch(/^ {2}Instead: Depth \(--domain depth\)$/m);

    terminal = createCollectingTerminal(folder);
    expect(await run('info', 'tiny.sgy', '--health', '--json', '--domain', 'depth')).toBe(0);
    const health = JSON.parse(terminal.out()) as HealthJson;
    expect(health).toMatchObject({ state: 'assumed', mapping: { origin: 'given', overrides: { domain: 'depth' } } });
    expect(health.findings.map(({ code }) => code)).not.toContain('domain-unknown');
  });

  it('prints facts for people', async () => {
    expect(await run('info', join(folder, 'tiny.sgy'))).toBe(0);
    expect(terminal.out()).toMatch(/^Inlines +10 to 14, step 2, 3 lines$/m);
  });
});

describe('how a file is to be read', () => {
  const infoWith = async (...words: string[]): Promise<SurveyJson> => {
    expect(await run('info', 'tiny.sgy', '--json', ...words)).toBe(0);
    return JSON.parse(terminal.out()) as SurveyJson;
  };

  it('is told by options', async () => {
    const words = [
      '--inline-byte',
      '193',
      '--crossline-byte',
      '189:int32',
      '--interval-us',
      '2000',
      '--domain',
      'depth',
    ];
    const info = await infoWith(...words);
    expect(info).toMatchObject({ inline: { first: 100, last: 101 }, sampleIntervalUs: 2000, domain: 'depth' });
    expect(info.mapping).toMatchObject({ inline: '193:int32', crossline: '189:int32', x: '181:int32', format: 5 });
  });

  it('is told by a file, which options override, and which the printed mapping makes', async () => {
    const { mapping } = await infoWith('--inline-byte', '193', '--crossline-byte', '189', '--kind', 'cube');
    writeFileSync(join(folder, 'mapping.json'), JSON.stringify(mapping));
    terminal = createCollectingTerminal(folder);
    const info = await infoWith('--mapping', 'mapping.json', '--domain', 'time');
    expect(info).toMatchObject({
      inline: { first: 100, last: 101 },
      domain: 'time',
      mapping: { ...mapping, domain: 'time' },
    });
  });

  it.each([
    [['--inline-byte', 'x'], 2, /inline: "x" is no place/],
    [['--inline-byte', '238'], 2, /inline word at byte 238 does not fit in the 240 bytes/],
    [['--samples', '0'], 2, /samples/],
    [['--mapping', 'notes.txt'], 2, /notes\.txt is no JSON/],
    [['--mapping', 'none.json'], 1, /no file at .*none\.json/],
  ] as const)('is refused: %j', async (words, code, message) => {
    expect(await run('info', 'tiny.sgy', ...words)).toBe(code);
    expect(terminal.errors()).toMatch(message);
  });
});

describe('crossline slice', () => {
  it.each([
    ['--inline', '14', '(2, 4)', TINY_CROSSLINES.flatMap((line) => INDICES.map((i) => tinyAmplitude(14, line, i)))],
    ['--crossline', '100', '(3, 4)', TINY_INLINES.flatMap((line) => INDICES.map((i) => tinyAmplitude(line, 100, i)))],
    [
      '--time',
      '109.9',
      '(3, 2)',
      TINY_INLINES.flatMap((line) => TINY_CROSSLINES.map((x) => tinyAmplitude(line, x, 2))),
    ],
    ['--sample', '3', '(3, 2)', TINY_INLINES.flatMap((line) => TINY_CROSSLINES.map((x) => tinyAmplitude(line, x, 3)))],
    ['--trace', '1:2', '(2, 4)', [10, 12].flatMap((line, t) => INDICES.map((i) => tinyAmplitude(line, 101 - t, i)))],
  ])('writes %s %s as an array of shape %s', async (option, value, shape, values) => {
    expect(await run('slice', 'tiny.sgy', option, value, '--out', 'slice.npy')).toBe(0);
    expect(readNpy('slice.npy')).toEqual({ shape, values });
    expect(terminal.out() + terminal.errors()).toBe('');
    expect(readdirSync(folder).filter((name) => name.includes('tmp'))).toEqual([]);
  });

  it('writes a table', async () => {
    expect(await run('slice', 'tiny.sgy', '--sample', '0', '--out', 'slice.csv')).toBe(0);
    const table = 'inline\\crossline,100,101\n10,-1999.5,-1989.5\n12,0.5,10.5\n14,NaN,2010.5\n';
    expect(readFileSync(join(folder, 'slice.csv'), 'utf8')).toBe(table);
  });

  it('paints a section one pixel a sample, samples downwards, with missing traces in the colour of nothing', async () => {
    const words = ['slice', 'tiny.sgy', '--inline', '14', '--out', 'slice.png', '--colormap', 'grey', '--clip', '50'];
    expect(await run(...words)).toBe(0);
    const { width, height, data } = decode(readFileSync(join(folder, 'slice.png')));
    expect([width, height]).toEqual([2, 4]);
    expect([...data.subarray(0, 3)]).toEqual(ABSENT_RGB.light);
    // Beyond the clip on the positive side, so the last colour of the map, for every sample of the live trace.
    const live = INDICES.map((row) => [...data.subarray((row * 2 + 1) * 4, (row * 2 + 1) * 4 + 3)].join());
    expect(new Set(live).size).toBe(1);
  });

  it('tells with --timing where the time went', async () => {
    expect(await run('slice', 'tiny.sgy', '--inline', '10', '--out', 'slice.npy', '--timing')).toBe(0);
    expect(terminal.out()).toMatch(/^decode +\d+\.\d{3} ms$/m);
    expect(terminal.out()).toMatch(/^bytes read +32 bytes/m);
  });
});

describe('exit codes', () => {
  it.each([
    [['info', 'nothing.sgy'], /^crossline: There is no file at .*nothing\.sgy\. Check/],
    [['info', 'notes.txt'], /^crossline: .*notes\.txt is not a SEG-Y file/],
    [['headers', '.'], /^crossline: .* is a folder\. Choose a file in it/],
    [['slice', 'tiny.sgy', '--inline', '11', '--out', 'x.npy'], /^crossline: Inline 11 .* 10 to 14 in steps of 2\./],
    [['slice', 'tiny.sgy', '--time', '114.5', '--out', 'x.npy'], /^crossline: Time 114\.5 is not in this survey/],
    [['slice', 'tiny.sgy', '--inline', '10', '--out', 'no/x.npy'], /^crossline: There is no file at .*no\. /],
    [['bench', 'compare', 'notes.txt', 'notes.txt'], /^crossline: .*notes\.txt/],
  ])('1 and one line to stderr for %j', async (words, line) => {
    expect(await run(...words)).toBe(1);
    expect(terminal.errors()).toMatch(line);
    expect(terminal.errors().trimEnd().split('\n')).toHaveLength(1);
    expect(terminal.out()).toBe('');
    expect(readdirSync(folder)).not.toContain('x.npy');
  });

  it.each([
    [[]],
    [['dance']],
    [['info']],
    [['info', 'tiny.sgy', '--xml']],
    [['slice', 'tiny.sgy', '--out', 'x.npy']],
    [['slice', 'tiny.sgy', '--inline', '10', '--time', '4', '--out', 'x.npy']],
    [['slice', 'tiny.sgy', '--inline', 'ten', '--out', 'x.npy']],
    [['slice', 'tiny.sgy', '--inline', '10', '--out', 'x.bmp']],
    [['slice', 'tiny.sgy', '--inline', '10', '--out', 'x.png', '--colormap', 'plaid']],
    [['sample', 'folder', '--size', 'huge']],
    [['serve', '--port', '70000']],
    [['serve', '.', '--inline-byte', '5']],
    [['bench']],
  ])('2 for a command line that cannot be understood: %j', async (words) => {
    expect(await run(...words)).toBe(2);
    expect(terminal.errors()).not.toBe('');
    expect(terminal.out()).toBe('');
  });

  it.each([
    [['--help']],
    [['info', '--help']],
    [['slice', '--help']],
    [['mapping', '--help']],
    [['serve', '--help']],
    [['sample', '--help']],
    [['bench', '--help']],
    [['bench', 'read', '--help']],
    [['--version']],
  ])('0 for %j, printed to stdout', async (words) => {
    expect(await run(...words)).toBe(0);
    expect(terminal.out()).not.toBe('');
    expect(terminal.errors()).toBe('');
  });
});
