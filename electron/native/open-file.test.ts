/** Opening, ranges, large files, residency, closing: what every open file promises besides its samples. */
import { chmod, readdir, readlink, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { READER_CASES } from './testing/readers.ts';
import { seededWords, storedWords } from './testing/seeded-words.ts';
import type { TemporaryFolder } from './testing/temporary-file.ts';
import { createTemporaryFolder } from './testing/temporary-file.ts';

const LAYOUT = { format: 2, byteOrder: 'big' } as const;
const isLinux = process.platform === 'linux';
const isRoot = process.getuid?.() === 0;

let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await createTemporaryFolder();
});
afterAll(() => folder.remove());

/** How often this process holds the file: its descriptors and its mappings. */
async function countHolds(path: string): Promise<number> {
  const links = await Promise.all(
    (await readdir('/proc/self/fd')).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')),
  );
  const maps = readFileSync('/proc/self/maps', 'utf8').split('\n');
  return links.filter((link) => link === path).length + maps.filter((line) => line.endsWith(path)).length;
}

describe.each(READER_CASES)('$name', ({ name, reader, isAvailable }) => {
  describe.skipIf(!isAvailable)('open', () => {
    it('tells size and time of change as the system does', async () => {
      const path = await folder.write(new Uint8Array(12_345));
      const file = await reader.openFile(path);
      expect(file).toMatchObject({ path, bytes: 12_345 });
      expect(file.modifiedMs).toBeCloseTo((await stat(path)).mtimeMs, 3);
      await file.close();
    });

    it('opens an empty file', async () => {
      const file = await reader.openFile(await folder.write(new Uint8Array(0)));
      expect(file.bytes).toBe(0);
      await expect(file.readBytes(0, new Uint8Array(1), null)).rejects.toMatchObject({
        fault: { code: 'out-of-range' },
      });
      expect(await file.populateResident(null)).toBe(0);
      await file.close();
    });

    it('says that there is no file', async () => {
      const path = join(folder.path, 'none', 'at all');
      await expect(reader.openFile(path)).rejects.toMatchObject({ fault: { code: 'file-not-found', path } });
    });

    it('refuses a folder', async () => {
      const fault = { code: 'not-a-file', path: folder.path };
      await expect(reader.openFile(folder.path)).rejects.toMatchObject({ fault });
    });

    it.skipIf(!isLinux)('refuses a device (Linux)', async () => {
      await expect(reader.openFile('/dev/null')).rejects.toMatchObject({ fault: { code: 'not-a-file' } });
    });

    it.skipIf(isRoot)('says that it may not read (skipped for root, who may)', async () => {
      const path = await folder.write(new Uint8Array(1));
      await chmod(path, 0);
      await expect(reader.openFile(path)).rejects.toMatchObject({ fault: { code: 'no-permission', path } });
    });
  });

  describe.skipIf(!isAvailable)('ranges', () => {
    it.each([
      { what: 'before the start', offset: 0, rowStrideBytes: -40, columnStrideBytes: 4 },
      { what: 'beyond the end', offset: 964, rowStrideBytes: 0, columnStrideBytes: 4 },
      { what: 'before the start by columns', offset: 32, rowStrideBytes: 0, columnStrideBytes: -4 },
      { what: 'at no place', offset: NaN, rowStrideBytes: 0, columnStrideBytes: 4 },
      { what: 'between two bytes', offset: 0.5, rowStrideBytes: 0, columnStrideBytes: 4 },
    ])('refuses words $what', async ({ offset, rowStrideBytes, columnStrideBytes }) => {
      const file = await reader.openFile(await folder.write(new Uint8Array(1000)));
      const gather = { ...LAYOUT, offset, rows: 2, rowStrideBytes, columns: 10, columnStrideBytes };
      const fault = { code: 'out-of-range' };
      await expect(file.gatherGrid(gather, new Float32Array(20), null)).rejects.toMatchObject({ fault });
      await file.close();
    });

    it.each([
      { rows: -1, columns: -1 },
      { rows: 1.5, columns: 2 },
      { rows: NaN, columns: 1 },
    ])('refuses $rows rows of $columns columns', async ({ rows, columns }) => {
      const file = await reader.openFile(await folder.write(new Uint8Array(1000)));
      const gather = { ...LAYOUT, offset: 0, rows, rowStrideBytes: 40, columns, columnStrideBytes: 4 };
      const fault = { code: 'out-of-range' };
      await expect(file.gatherGrid(gather, new Float32Array(20), null)).rejects.toMatchObject({ fault });
      const search = { ...LAYOUT, offset: 0, count: 1, strideBytes: 40, sampleCount: -1 };
      await expect(file.findZeroTraces(search, null)).rejects.toMatchObject({ fault });
      await file.close();
    });

    it('refuses a buffer that is too short', async () => {
      const file = await reader.openFile(await folder.write(new Uint8Array(1000)));
      const gather = { ...LAYOUT, offset: 0, rows: 2, rowStrideBytes: 40, columns: 10, columnStrideBytes: 4 };
      const fault = { code: 'out-of-range', requested: 20 };
      await expect(file.gatherGrid(gather, new Float32Array(19), null)).rejects.toMatchObject({ fault });
      await file.close();
    });

    it('reads raw bytes', async () => {
      const content = storedWords(seededWords(3_000_000, 9), { format: 8, byteOrder: 'big' });
      const file = await reader.openFile(await folder.write(content));
      const into = new Uint8Array(content.length - 10);
      const report = await file.readBytes(7, into, null);
      expect(Buffer.compare(into, content.subarray(7, 7 + into.length))).toBe(0);
      expect(report.bytesRead).toBe(into.length);
      await file.close();
    });

    it('reads beyond 2^31 and 2^32 bytes', async () => {
      const words = seededWords(3, 77);
      const stored = storedWords(words, LAYOUT);
      const offsets = [2 ** 31 - 2, 2 ** 32 + 6, 2 ** 32 + 2 ** 31 + 14] as const;
      const path = await folder.writeSparse(
        7 * 2 ** 30,
        offsets.map((offset, i) => ({ offset, bytes: stored.subarray(4 * i, 4 * i + 4) })),
      );
      const file = await reader.openFile(path);
      const expected = Float32Array.from(words, (word) => word | 0);
      const into = new Float32Array(3);
      const strided = { ...LAYOUT, rows: 3, columns: 1, columnStrideBytes: 4 };
      await file.gatherGrid({ ...strided, offset: offsets[0], rowStrideBytes: offsets[1] - offsets[0] }, into, null);
      expect(into.slice(0, 2)).toEqual(expected.slice(0, 2));
      await file.gatherRows(
        { ...LAYOUT, rowOffsets: Float64Array.from(offsets), columns: 1, columnStrideBytes: 4 },
        into,
        null,
      );
      expect(into).toEqual(expected);
      const back = { ...LAYOUT, offset: offsets[2], rows: 1, rowStrideBytes: 0, columns: 2 };
      await file.gatherGrid({ ...back, columnStrideBytes: offsets[1] - offsets[2] }, into, null);
      expect(into.slice(0, 2)).toEqual(Float32Array.of(expected[2]!, expected[1]!));
      await file.close();
    });
  });

  describe.skipIf(!isAvailable)('residency', () => {
    it.skipIf(!isLinux)('knows only where the addon can ask the system (Linux)', async () => {
      const bytes = 3_000_000;
      const file = await reader.openFile(await folder.write(new Uint8Array(bytes).fill(1)));
      const share = file.residentShare({ offset: 0, rows: 10, rowStrideBytes: 300_000, rowBytes: 5000 });
      expect(share).toBe(name === 'addon' ? 1 : null);
      expect(await file.populateResident(null)).toBe(name === 'addon' ? bytes : 0);
      await file.close();
    });
  });

  describe.skipIf(!isAvailable)('close', () => {
    it.skipIf(!isLinux)('waits for the reader in flight, and lets go of the file once (Linux)', async () => {
      const path = await folder.write(storedWords(seededWords(1_000_000, 3), LAYOUT));
      const file = await reader.openFile(path);
      expect(await countHolds(path)).toBe(name === 'addon' ? 2 : 1);
      const into = new Float32Array(1_000_000);
      const gather = { ...LAYOUT, offset: 3_999_996, rows: 1, rowStrideBytes: 0, columns: 1_000_000 };
      const order: string[] = [];
      const read = file.gatherGrid({ ...gather, columnStrideBytes: -4 }, into, null).then(() => order.push('read'));
      const closed = file.close().then(() => order.push('closed'));
      await Promise.all([read, closed, file.close()]);
      expect(order).toEqual(['read', 'closed']);
      expect(into.at(-1)).toBe(Math.fround(seededWords(1, 3)[0]! | 0));
      expect(await countHolds(path)).toBe(0);
    });

    it('refuses calls afterwards', async () => {
      const file = await reader.openFile(await folder.write(new Uint8Array(10)));
      await file.close();
      const fault = { code: 'file-changed' };
      await expect(file.readBytes(0, new Uint8Array(1), null)).rejects.toMatchObject({ fault });
      await expect(file.populateResident(null)).rejects.toMatchObject({ fault });
    });
  });
});
