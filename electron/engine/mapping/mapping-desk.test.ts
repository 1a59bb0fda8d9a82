/** The contract's mapping calls, on an engine of its own without processes. */
import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { buildSegy, gridTraces, type TestTrace } from '../../formats/segy/test-segy-builder.ts';
import { createEngine, type Engine } from '../create-engine.ts';

const GRID = { inlines: [10, 12, 14, 16], crosslines: [3, 4, 5], sampleCount: 6 };

let folder: string;
let path: string;
let engine: Engine;
let changed: SurveyInfo[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossline-mapping-'));
  path = join(folder, 'cube.sgy');
  await writeFile(path, buildSegy({ traces: gridTraces(GRID), text: 'C 1 LINE 10 BY A WRITER' }));
  start();
});

afterEach(async () => {
  await engine.close();
  await rm(folder, { recursive: true });
});

function start(): void {
  const state = join(folder, 'state');
  const folders = { state, cache: join(state, 'cache'), sample: join(state, 'sample') };
  engine = createEngine({ host: 'browser', version: 'test', launcher: null, folders });
}

function attach() {
  changed = [];
  return engine.attachLocal({ surveyChanged: (info) => changed.push(info) }).calls;
}

/** The same cube with its line numbers in 5 and 21. */
const petrelTraces = (): TestTrace[] =>
  gridTraces(GRID).map(({ words, samples }) => {
    const { 189: inline = 0, 193: crossline = 0, ...others } = words;
    return { words: { ...others, 5: inline, 21: crossline }, samples };
  });

it('proposes ways to read a file, best first, without opening it', async () => {
  const calls = attach();
  const [best, ...others] = await calls.proposeMappings(path);
  expect(best).toMatchObject({ preset: 'Standard 189/193', kind: 'cube', traceCount: 12, acceptedFor: null });
  expect(best).toMatchObject({ overrides: {}, inline: { first: 10, last: 16, count: 4 } });
  expect(best?.score).toBeGreaterThanOrEqual(others[0]!.score);
  expect(others.map(({ kind }) => kind)).toContain('traces');
  expect(await calls.listSurveys()).toEqual([]);
});

it('previews a mapping: base map, a small section and the survey as it would be', async () => {
  const calls = attach();
  const { info, baseMap, section } = await calls.previewMapping(path, {});
  expect(info).toMatchObject({ kind: 'cube', inline: { first: 10, last: 16 }, crossline: { count: 3 } });
  expect(baseMap?.x).toHaveLength(12);
  expect(baseMap?.x[0]).toBeCloseTo(500_000 + 10 * 20 - 3 * 7.5, 2);
  expect(section.plane).toMatchObject({ orientation: 'inline', index: 2 });
  expect(section.view.shape).toEqual([3, 6]);
  expect(await calls.listSurveys()).toEqual([]);
});

it('cancels a preview that is asked anew', async () => {
  const calls = attach();
  const first = calls.previewMapping(path, {});
  const second = calls.previewMapping(path, { kind: 'traces' });
  await expect(first).rejects.toMatchObject({ fault: { code: 'cancelled' } });
  expect((await second).section.plane).toMatchObject({ orientation: 'traces', index: 0, count: 12 });
});

it('remembers an accepted mapping for the same file under any name, until it is told to forget', async () => {
  const calls = attach();
  const { id } = await calls.openSurvey(path);
  const overrides = { inline: { byte: 193, type: 'int32' }, crossline: { byte: 189, type: 'int32' } } as const;
  await calls.remapSurvey(id, overrides);
  await calls.acceptMapping(id);
  expect(changed.at(-1)).toMatchObject({ id, mapping: { origin: 'remembered', overrides } });
  await engine.close();

  start();
  await mkdir(join(folder, 'elsewhere'));
  const copy = join(folder, 'elsewhere', 'copy.sgy');
  await copyFile(path, copy);
  const again = attach();
  const opened = await again.openSurvey(copy);
  expect(opened).toMatchObject({ inline: { first: 3 }, mapping: { origin: 'remembered', overrides } });
  expect(await again.forgetMapping(opened.id)).toMatchObject({
    inline: { first: 10 },
    mapping: { origin: 'detected' },
  });
  expect((await again.openSurvey(path)).mapping).toMatchObject({ origin: 'detected', overrides: {} });
});

it('offers what was accepted to siblings, and takes no harm from a damaged store', async () => {
  const calls = attach();
  const sibling = join(folder, 'cube 2.sgy');
  await writeFile(sibling, buildSegy({ traces: petrelTraces(), text: 'C 1 LINE 22 BY A WRITER' }));
  const { id } = await calls.openSurvey(path, { domain: 'depth' });
  await calls.acceptMapping(id);
  const offered = (await calls.proposeMappings(sibling)).find(({ acceptedFor }) => acceptedFor !== null);
  expect(offered).toMatchObject({ acceptedFor: 'cube.sgy', mapping: { domain: 'depth', inline: { byte: 189 } } });

  const opened = await calls.openSurvey(sibling);
  expect(opened).toMatchObject({ samples: { domain: 'unknown' }, inline: { first: 10 } });
  const finding = opened.findings.find(({ code }) => code === 'accepted-for-sibling');
  expect(finding?.remedies?.[0]?.label).toBe('As accepted for cube.sgy');
  const remapped = await calls.remapSurvey(opened.id, finding!.remedies![0]!.overrides);
  expect(remapped).toMatchObject({ samples: { domain: 'depth' } });
  expect(remapped.findings.map(({ code }) => code)).not.toContain('accepted-for-sibling');

  const store = join(folder, 'state', 'mappings');
  for (const name of await readdir(store)) await writeFile(join(store, name), '{"version":1,"overrides":');
  expect((await calls.proposeMappings(sibling)).every(({ acceptedFor }) => acceptedFor === null)).toBe(true);
  await calls.closeSurvey(id);
  expect((await calls.openSurvey(path)).mapping?.origin).toBe('detected');
});

it('proposes what the user found for a file that does not open by itself, once it is open so', async () => {
  const calls = attach();
  const nameless = join(folder, 'nameless.sgy');
  // Too short a file to guess at, with no sample format.
  await writeFile(nameless, buildSegy({ traces: gridTraces(GRID).slice(0, 2), binary: { 3225: 77 }, tailBytes: 7 }));
  await expect(calls.proposeMappings(nameless)).rejects.toMatchObject({ fault: { code: 'not-segy' } });
  await calls.openSurvey(nameless, { format: 5 });
  const proposals = await calls.proposeMappings(nameless);
  expect(proposals.every(({ overrides }) => overrides.format === 5)).toBe(true);
});

it('says so of what is no SEG-Y file', async () => {
  const calls = attach();
  await expect(calls.proposeMappings(join(folder, 'none.sgy'))).rejects.toMatchObject({
    fault: { code: 'file-not-found' },
  });
  await expect(calls.previewMapping('synthetic:?inlines=4', {})).rejects.toMatchObject({ fault: { code: 'usage' } });
});
