import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TieDocument } from '../../../shared/ties/tie-document.ts';
import { TINY_DESIGN } from '../../sample/tiny-design.ts';
import type { Truth } from '../../sample/truth.ts';
import { writeSurvey } from '../../sample/write-sample.ts';
import { createCollectingTerminal } from '../fixtures/collecting-terminal.ts';
import { runCommandLine } from '../run-command-line.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crossline-ties-command-'));
  process.env['CROSSLINE_STATE'] = join(folder, 'state');
  await writeSurvey(join(folder, 'sample'), TINY_DESIGN, {});
});
afterAll(() => {
  delete process.env['CROSSLINE_STATE'];
  rmSync(folder, { recursive: true });
});

async function run(...words: string[]): Promise<{ code: number; out: string; errors: string }> {
  const terminal = createCollectingTerminal(folder);
  const code = await runCommandLine(['ties', ...words], terminal);
  return { code, out: terminal.out(), errors: terminal.errors() };
}

it('lists the corrections of the lines, and the worst ties', async () => {
  const { code, out, errors } = await run('sample', '--reference', 'CL03-301');
  expect(code).toBe(0);
  const lines = out.split('\n');
  expect(lines[0]).toMatch(
    /^24 lines, 1\d\d crossings, 1\d\d used, 1 group; median difference 1\.\d+ before, 0\.\d+ after; /,
  );
  expect(lines[2]).toMatch(/^line +shift ms +phase deg +gain +curve ms +crossings$/);
  expect(lines[3]).toMatch(/^CL03-301 +0\.00 +0\.0 +1\.000 +0\.00 +\d+ +reference$/);
  expect(out).toMatch(
    /\nworst ties +shift ms +phase deg +gain +difference +before +quality\nCL\d\d-\d+ +CL\d\d-\d+ +-?[\d.]+ /,
  );
  expect(errors).toContain('Left out sample-tiny.sgy: it holds a cube, not 2D lines.');
}, 30_000);

it('writes the document that makes the lines right', async () => {
  const { code } = await run('sample', '--out', 'ties.json', '--gate', '50:450', '--max-shift', '60');
  expect(code).toBe(0);
  const document = JSON.parse(readFileSync(join(folder, 'ties.json'), 'utf8')) as TieDocument;
  const truth = JSON.parse(readFileSync(join(folder, 'sample', 'truth.json'), 'utf8')) as Truth;
  expect(document.gateMs).toEqual([50, 450]);
  expect(Object.keys(document.lines[0]!)).toEqual(expect.arrayContaining(['id', 'name', 'shiftMs', 'phaseDeg', 'gain', 'shiftCurve'])); // prettier-ignore
  for (const { name, shiftMs, gain, shiftCurve } of truth.lines) {
    const line = document.lines.find((each) => each.name === name)!;
    // Of half a second at traces up to 100 m apart not everything can be known.
    if (shiftCurve.length === 0) expect(Math.abs(line.shiftMs - shiftMs), name).toBeLessThan(2);
    expect(Math.abs(Math.log(line.gain / gain)), name).toBeLessThan(0.15);
    const [first, ...rest] = line.shiftCurve.map(([, ms]) => ms);
    const last = rest.pop()!;
    expect((first! + last) / 2 + rest.reduce((sum, ms) => sum + ms, 0)).toBeCloseTo(0, 3);
  }
  for (const { line1, line2, residualBefore, residualAfter, estimate, quality } of document.crossings) {
    expect([line1, line2].every((name) => truth.lines.some((line) => line.name === name))).toBe(true);
    expect(estimate).toHaveProperty('correlation.value');
    expect(quality).toBeLessThanOrEqual(1);
    expect([residualBefore, residualAfter].every((each) => each === null || each.difference >= 0)).toBe(true);
  }
}, 30_000);

it('writes two tables', async () => {
  const { code } = await run('sample', '--no-curves', '--out', 'ties.csv');
  expect(code).toBe(0);
  expect(readFileSync(join(folder, 'ties.csv'), 'utf8')).toMatch(/^line1,line2,profile1,/);
  expect(readFileSync(join(folder, 'ties.lines.csv'), 'utf8').trimEnd().split('\n')).toHaveLength(25);
}, 30_000);

it.each([
  [['sample', '--reference', 'X'], 2, 'There is no line X among CL'],
  [['sample', '--gate', '500'], 2, 'FROM:TO, two times in ms'],
  [['sample', '--gate', '500:100'], 2, 'FROM:TO, two times in ms'],
  [['sample', '--out', 'ties.txt'], 2, 'must end with .json or .csv'],
  [['sample', '--traces', '1'], 2, 'must be 2 or more'],
  [['nowhere'], 1, 'There is no file at'],
])('says what is wrong with %j', async (words, expectedCode, text) => {
  const { code, errors } = await run(...words);
  expect(code).toBe(expectedCode);
  expect(errors).toContain(text);
});
