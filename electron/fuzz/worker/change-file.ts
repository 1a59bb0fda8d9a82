import { open, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { Draw } from '../cases/draw.ts';
import type { FileChange } from '../cases/fuzz-case.ts';

const MOST_OVERWRITTEN_BYTES = 10_000;

/** Does to a file what another program may do while it is open. */
export async function changeFile(path: string, { kind, share, seed }: FileChange): Promise<void> {
  const { size } = await stat(path);
  const draw = new Draw(seed);
  const noise = Uint8Array.from({ length: draw.length(MOST_OVERWRITTEN_BYTES) }, () => draw.below(256));
  const at = Math.floor(share * size);
  const changes = {
    shrink: () => truncate(path, at),
    grow: () => truncate(path, size + at + 1),
    overwrite: () => writeAt(path, at, noise),
    replace: () => replace(path, noise),
    remove: () => rm(path),
  };
  await changes[kind]();
}

async function replace(path: string, bytes: Uint8Array): Promise<void> {
  await writeFile(`${path}.new`, bytes);
  await rename(`${path}.new`, path);
}

async function writeAt(path: string, at: number, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.write(bytes, 0, bytes.length, at);
  } finally {
    await file.close();
  }
}
