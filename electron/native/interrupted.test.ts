/** Aborted gathers, and files that change under them. */
import { open, rename, truncate, utimes } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { READER_CASES } from './testing/readers.ts';
import { seededWords, storedWords } from './testing/seeded-words.ts';
import type { TemporaryFolder } from './testing/temporary-file.ts';
import { createTemporaryFolder } from './testing/temporary-file.ts';

const LAYOUT = { format: 1, byteOrder: 'big' } as const;
const WORDS = 1 << 20;

let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await createTemporaryFolder();
});
afterAll(() => folder.remove());

const writeWords = (): Promise<string> => folder.write(storedWords(seededWords(WORDS, 1), LAYOUT));

/** Reads the file backwards `rows` times over: a gather that lasts. */
const longGather = (rows: number) => ({
  ...LAYOUT,
  offset: 4 * (WORDS - 1),
  rows,
  rowStrideBytes: 0,
  columns: WORDS,
  columnStrideBytes: -4,
});

describe.each(READER_CASES)('$name', ({ reader, isAvailable }) => {
  describe.skipIf(!isAvailable)('abort', () => {
    it('stops the gather at the bottom and leaves the buffer alone afterwards', async () => {
      const file = await reader.openFile(await writeWords());
      const unwritten = 12345.5;
      const into = new Float32Array(40 * WORDS).fill(unwritten);
      const controller = new AbortController();
      const gathered = file.gatherGrid(longGather(40), into, controller.signal);
      controller.abort();
      await expect(gathered).rejects.toMatchObject({ fault: { code: 'cancelled' } });
      // Only a gather that went on could have come to the end.
      expect(into.at(-1)).toBe(unwritten);
      const left = into.indexOf(unwritten);
      await sleep(50);
      expect(into.indexOf(unwritten)).toBe(left);
      // The file itself is not harmed.
      const row = new Float32Array(WORDS).fill(unwritten);
      await file.gatherGrid(longGather(1), row, new AbortController().signal);
      expect(row.includes(unwritten)).toBe(false);
      await file.close();
    });

    it('does not begin where the signal was aborted before', async () => {
      const file = await reader.openFile(await writeWords());
      const into = new Float32Array(WORDS);
      const aborted = AbortSignal.abort();
      const fault = { code: 'cancelled' };
      await expect(file.gatherGrid(longGather(1), into, aborted)).rejects.toMatchObject({ fault });
      await expect(file.readBytes(0, new Uint8Array(10), aborted)).rejects.toMatchObject({ fault });
      expect(into.every((value) => value === 0)).toBe(true);
      await file.close();
    });
  });

  describe.skipIf(!isAvailable)('a file that changes while it is open', () => {
    const fault = { code: 'file-changed' };

    it.each([0, 5000, 4 * WORDS - 1])('is survived when it shrinks to %i bytes', async (bytes) => {
      const path = await writeWords();
      const file = await reader.openFile(path);
      const into = new Float32Array(WORDS);
      await file.gatherGrid(longGather(1), into, null);
      await truncate(path, bytes);
      // Again and again: after a fault the guard must stand as before, on every thread of the pool.
      for (let i = 0; i < 20; i += 1) {
        await expect(file.gatherGrid(longGather(1), into, null)).rejects.toMatchObject({ fault });
      }
      const zeroSearch = { ...LAYOUT, offset: 0, count: 1, strideBytes: 0, sampleCount: WORDS };
      await expect(file.findZeroTraces(zeroSearch, null)).rejects.toMatchObject({ fault });
      await expect(file.readBytes(0, new Uint8Array(4 * WORDS), null)).rejects.toMatchObject({ fault });
      const words = [{ byte: 1, type: 'int32' }] as const;
      const headers = { offset: 0, count: 17_000, strideBytes: 240, byteOrder: 'big', words } as const;
      await expect(file.gatherHeaders(headers, [new Int32Array(17_000)], null)).rejects.toMatchObject({ fault });
      await file.close();
    });

    it('is survived when it shrinks in the middle of a gather', async () => {
      const path = await writeWords();
      const file = await reader.openFile(path);
      const gathered = file.gatherGrid(longGather(40), new Float32Array(40 * WORDS), null);
      await Promise.all([expect(gathered).rejects.toMatchObject({ fault }), truncate(path, 0)]);
      await file.close();
    });

    it('is reported when it grows', async () => {
      const path = await writeWords();
      const file = await reader.openFile(path);
      await truncate(path, 4 * WORDS + 1);
      const into = new Float32Array(WORDS);
      await expect(file.gatherGrid(longGather(1), into, null)).rejects.toMatchObject({ fault });
      await file.close();
    });

    it('is reported with the size that it has', async () => {
      const path = await writeWords();
      const file = await reader.openFile(path);
      await truncate(path, 5000);
      const detail = `it has 5000 bytes instead of ${4 * WORDS}`;
      await expect(file.readBytes(3 * WORDS, new Uint8Array(100), null)).rejects.toMatchObject({ fault: { detail } });
      await file.close();
    });

    it('is reported when it is written to in place', async () => {
      const path = await writeWords();
      const file = await reader.openFile(path);
      const into = new Float32Array(WORDS);
      await file.gatherGrid(longGather(1), into, null);
      const handle = await open(path, 'r+');
      await handle.write(Uint8Array.of(1, 2, 3, 4), 0, 4, 8000);
      await handle.close();
      // Whatever the granularity of the file system's clock.
      await utimes(path, new Date(), new Date(Date.now() + 5000));
      await expect(file.gatherGrid(longGather(1), into, null)).rejects.toMatchObject({ fault });
      await file.close();
    });

    it('stays what it was when another file takes its name', async () => {
      const path = await writeWords();
      const file = await reader.openFile(path);
      const before = new Float32Array(WORDS);
      await file.gatherGrid(longGather(1), before, null);
      await rename(await folder.write(new Uint8Array(4 * WORDS)), path);
      const after = new Float32Array(WORDS);
      await file.gatherGrid(longGather(1), after, null);
      expect(Buffer.compare(Buffer.from(after.buffer), Buffer.from(before.buffer))).toBe(0);
      await file.close();
    });
  });
});
