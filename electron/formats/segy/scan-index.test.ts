import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NO_OVERRIDES } from '../../../shared/mapping/segy-mapping.ts';
import { STANDARD_PLACES } from './geometry-places.ts';
import { NOTHING_SETTLED } from './hypotheses/settlement.ts';
import { createIndexStore, defaultIndexFolder } from './scan-index.ts';
import type { ScanResult } from './scan-result.ts';
import { withTemporaryFolder } from './test-segy-builder.ts';

const result: ScanResult = {
  fileBytes: 5_000_000_000,
  modifiedMs: 1_700_000_000_000.25,
  settlement: NOTHING_SETTLED,
  knowledge: {
    words: { places: STANDARD_PLACES, scalarValue: null },
    choice: { preset: 'Standard 189/193', reasons: ['All traces stand on a grid.'], score: 1 },
    coordinateUnit: 'metres',
    geometry: {
      kind: 'cube',
      inline: { first: 1, last: 2, step: 1, count: 2 },
      crossline: { first: -6, last: -4, step: 2, count: 2 },
      order: { kind: 'table', traceAt: Int32Array.from([0, -1, 2, 1]) },
      worldFromGrid: null,
    },
    alignment: { firstSampleMs: 4, sampleCount: 12, shifts: Int32Array.from([0, 1, 2]) },
    worldFit: null,
    missingTraceCount: 1,
    duplicateTraceCount: 0,
    deadTraces: Uint8Array.from([0, 1, 0]),
    deadTraceCount: 1,
    findings: [{ code: 'traces-missing', severity: 'warning', message: 'one' }],
  },
};
const { fileBytes, modifiedMs } = result;

describe('createIndexStore', () => {
  it('gives back what was kept, arrays in their types', async () => {
    await withTemporaryFolder(async (folder) => {
      const store = createIndexStore(join(folder, 'not', 'there', 'yet'));
      await store.keep('/data/a.sgy', result, NO_OVERRIDES);
      expect(await store.load('/data/a.sgy', fileBytes, modifiedMs, NO_OVERRIDES)).toEqual(result);
    });
  });

  it.each([
    ['another path', '/data/b.sgy', fileBytes, modifiedMs],
    ['another size', '/data/a.sgy', fileBytes + 1, modifiedMs],
    ['another time', '/data/a.sgy', fileBytes, modifiedMs + 0.5],
  ])('has nothing for %s', async (_, path, bytes, modified) => {
    await withTemporaryFolder(async (folder) => {
      const store = createIndexStore(folder);
      await store.keep('/data/a.sgy', result, NO_OVERRIDES);
      expect(await store.load(path, bytes, modified, NO_OVERRIDES)).toBeNull();
    });
  });

  it('replaces an older scan and leaves no partial files', async () => {
    await withTemporaryFolder(async (folder) => {
      const store = createIndexStore(folder);
      await store.keep('/data/a.sgy', { ...result, fileBytes: 1 }, NO_OVERRIDES);
      await store.keep('/data/a.sgy', result, NO_OVERRIDES);
      expect(await readdir(folder)).toHaveLength(1);
      expect(await store.load('/data/a.sgy', fileBytes, modifiedMs, NO_OVERRIDES)).toEqual(result);
    });
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1)],
    ['empty', () => Buffer.alloc(0)],
    ['changed in one bit', (bytes: Buffer) => Buffer.from(bytes.map((byte, i) => (i === 60 ? byte ^ 1 : byte)))],
    ['something else', () => Buffer.from('not an index')],
  ])('takes a file that is %s for none', async (_, damage) => {
    await withTemporaryFolder(async (folder) => {
      const store = createIndexStore(folder);
      await store.keep('/data/a.sgy', result, NO_OVERRIDES);
      const [name] = await readdir(folder);
      const file = join(folder, name!);
      await writeFile(file, damage(await readFile(file)));
      expect(await store.load('/data/a.sgy', fileBytes, modifiedMs, NO_OVERRIDES)).toBeNull();
    });
  });

  it('does without a folder that cannot be made', async () => {
    await withTemporaryFolder(async (folder) => {
      const blocked = join(folder, 'file');
      await writeFile(blocked, '');
      await chmod(blocked, 0o400);
      const store = createIndexStore(join(blocked, 'scans'));
      await store.keep('/data/a.sgy', result, NO_OVERRIDES);
      expect(await store.load('/data/a.sgy', fileBytes, modifiedMs, NO_OVERRIDES)).toBeNull();
    });
  });
});

it('lies in the cache folder that the environment names', () => {
  const before = process.env['CROSSLINE_CACHE'];
  process.env['CROSSLINE_CACHE'] = '/somewhere';
  try {
    expect(defaultIndexFolder()).toBe(join('/somewhere', 'scans'));
  } finally {
    if (before === undefined) delete process.env['CROSSLINE_CACHE'];
    else process.env['CROSSLINE_CACHE'] = before;
  }
});
