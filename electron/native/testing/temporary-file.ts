/** Files that the tests read, in a folder that goes with the test file. */
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TemporaryFolder {
  readonly path: string;
  /** Writes a new file and returns its path. */
  write(bytes: Uint8Array): Promise<string>;
  /** A file of `size` bytes with holes, in which only `parts` take room on the disk. */
  writeSparse(size: number, parts: readonly { offset: number; bytes: Uint8Array }[]): Promise<string>;
  remove(): Promise<void>;
}

export async function createTemporaryFolder(): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), 'crossline-native-'));
  let count = 0;
  const nextPath = (): string => join(path, `${(count += 1)}.bin`);
  return {
    path,
    write: async (bytes) => {
      const file = nextPath();
      await writeFile(file, bytes);
      return file;
    },
    writeSparse: async (size, parts) => {
      const file = nextPath();
      const handle = await open(file, 'w');
      await handle.truncate(size);
      for (const { offset, bytes } of parts) await handle.write(bytes, 0, bytes.length, offset);
      await handle.close();
      return file;
    },
    remove: () => rm(path, { recursive: true, force: true }),
  };
}
