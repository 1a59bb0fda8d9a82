import { constants } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRowWriter } from './row-writer.ts';
import { createTemporaryFolder, type TemporaryFolder } from './testing/temporary-file.ts';

let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await createTemporaryFolder();
});
afterAll(() => folder.remove());

const write = createRowWriter();

describe.skipIf(write === null)(
  `rows${write === null ? ' (skipped: the addon is not built, or not for this)' : ''}`,
  () => {
    it('go to their places, with what lies between left as it is', async () => {
      const path = await folder.write(new Uint8Array(100).fill(9));
      const handle = await open(path, 'r+');
      const from = Uint8Array.from({ length: 12 }, (_, i) => i);
      await write!(handle.fd, from, { rows: 3, rowBytes: 4, offset: 10, strideBytes: 20 });
      await handle.close();
      const expected = new Uint8Array(100).fill(9);
      for (let row = 0; row < 3; row += 1) expected.set(from.subarray(4 * row, 4 * row + 4), 10 + 20 * row);
      expect(new Uint8Array(await readFile(path))).toEqual(expected);
    });

    it('that cannot be written are told by the name of the error', async () => {
      const handle = await open(await folder.write(new Uint8Array(8)), constants.O_RDONLY);
      const places = { rows: 1, rowBytes: 4, offset: 0, strideBytes: 0 };
      await expect(write!(handle.fd, new Uint8Array(4), places)).rejects.toMatchObject({ code: 'EIO' });
      await expect(write!(handle.fd, new Uint8Array(3), places)).rejects.toThrow(RangeError);
      await handle.close();
    });

    it.skipIf(process.platform !== 'linux')('find a full disk (Linux)', async () => {
      const full = await open(join('/dev', 'full'), 'r+');
      const places = { rows: 1, rowBytes: 4, offset: 0, strideBytes: 0 };
      await expect(write!(full.fd, new Uint8Array(4), places)).rejects.toMatchObject({ code: 'ENOSPC' });
      await full.close();
    });
  },
);
