import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { MappingProposal } from '../../../../shared/mapping/mapping-proposal.ts';
import { createReader } from '../../../native/open-reader.ts';
import { AcceptedMappings } from '../accepted/accepted-mappings.ts';
import { openSegy } from '../open-segy.ts';
import { buildSegy, gridTraces, type TestSegy } from '../test-segy-builder.ts';
import { proposeMappings } from './propose-mappings.ts';

const reader = createReader();
const GRID = { inlines: [1, 2, 3, 4, 5, 6], crosslines: [11, 13, 15, 17, 19], sampleCount: 40 };

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossline-propose-'));
  path = join(folder, 'file.sgy');
});
afterEach(() => rm(folder, { recursive: true }));

async function proposals(segy: TestSegy): Promise<MappingProposal[]> {
  await writeFile(path, buildSegy(segy));
  return await proposeMappings(path, reader, new AcceptedMappings(join(folder, 'state')));
}

const standing = (segy: TestSegy): TestSegy => ({
  ...segy,
  traces: segy.traces.map(({ words, samples }) => ({
    words: { 29: 1, 115: samples.length, 117: 4000, ...words },
    samples,
  })),
});

it('every proposal opens the file as it says', async () => {
  const list = await proposals({ traces: gridTraces(GRID) });
  expect(list.length).toBeGreaterThan(4);
  for (const { overrides, mapping, kind, traceCount, inline, reasons, score } of list) {
    const source = await openSegy(path, { reader, id: 'test', index: null, overrides });
    await source.close();
    const { info } = source;
    expect(info).toMatchObject({ kind, traceCount, mapping: { mapping } });
    if (kind === 'cube') expect(info.inline).toEqual(inline);
    expect(reasons.length).toBeGreaterThan(0);
    expect(score).toBeGreaterThan(0);
    expect(score).toBeLessThanOrEqual(1);
  }
});

it('offers the standard turned, and the file as a line and trace by trace', async () => {
  const list = await proposals({ traces: gridTraces(GRID) });
  expect(list[0]).toMatchObject({ overrides: {}, preset: 'Standard 189/193', inline: { count: 6 } });
  expect(list.find(({ preset }) => preset === '193/189, the standard swapped')).toMatchObject({
    kind: 'cube',
    inline: { first: 11, step: 2, count: 5 },
    crossline: { count: 6 },
  });
  expect(list.find(({ kind }) => kind === 'line')?.overrides).toMatchObject({ kind: 'line' });
  expect(list.at(-1)).toMatchObject({ kind: 'traces', overrides: { kind: 'traces' } });
});

it('puts words of the text header before those that nobody documents', async () => {
  const traces = gridTraces(GRID).map(({ words, samples }) => {
    const { 189: inline = 0, 193: crossline = 0, ...others } = words;
    return { words: { ...others, 201: inline, 209: crossline, 221: inline + 7, 225: crossline + 9 }, samples };
  });
  const text = 'C 1 INLINE NUMBER IN BYTES 221-224, CROSSLINE NUMBER IN BYTES 225-228';
  const [best] = await proposals({ traces, text });
  expect(best).toMatchObject({ preset: 'Text header', mapping: { inline: { byte: 221 }, crossline: { byte: 225 } } });
});

it('offers the formats that make sense of a file that states none', async () => {
  const list = await proposals({ traces: gridTraces(GRID), binary: { 3225: 0 } });
  expect(list.map(({ mapping }) => mapping.format)).toContain(5);
  expect(list.find(({ mapping }) => mapping.format === 5)).toMatchObject({
    kind: 'cube',
    mapping: { byteOrder: 'big' },
  });
});

it('offers no format at whose stride no headers repeat', async () => {
  const list = await proposals(standing({ traces: gridTraces(GRID) }));
  const widths = new Set(list.map(({ mapping }) => mapping.format));
  expect(widths.has(5)).toBe(true);
  for (const other of [3, 6, 7, 8]) expect(widths.has(other)).toBe(false);
});

it('rejects as opening does where nothing helps', async () => {
  await writeFile(path, new Uint8Array(3600));
  const accepted = new AcceptedMappings(join(folder, 'state'));
  await expect(proposeMappings(path, reader, accepted)).rejects.toMatchObject({ fault: { code: 'not-segy' } });
});

it('offers the interval that fewer headers state', async () => {
  const list = await proposals({ ...standing({ traces: gridTraces(GRID) }), binary: { 3217: 2000 } });
  expect(list[0]?.mapping.intervalUs).toBe(2000);
  expect(list.find(({ overrides }) => overrides.intervalUs === 4000)).toMatchObject({
    kind: 'cube',
    mapping: { intervalUs: 4000 },
  });
});
