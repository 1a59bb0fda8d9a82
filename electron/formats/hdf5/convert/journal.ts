/** What of a partial file is finished, so that an interrupted conversion goes on where it stopped. Lies beside the file. */
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import * as v from 'valibot';

const JOURNAL = v.object({
  version: v.literal(3),
  /** Of source and options: anything else begins anew. */
  key: v.string(),
  /** Of each finished slab, in order of its inlines. */
  slabs: v.array(
    v.object({ source: v.number(), layouts: v.array(v.object({ crc32: v.number(), address: v.number() })) }),
  ),
});

/** CRC-32 of a slab's samples as they were read; where and what each layout made of them. */
export type FinishedSlab = Journal['slabs'][number];

export type Journal = v.InferOutput<typeof JOURNAL>;

/** Null where there is none for this conversion, or it cannot be understood. */
export async function readJournal(path: string, key: string): Promise<Journal | null> {
  try {
    const journal = v.parse(JOURNAL, JSON.parse(await readFile(path, 'utf8')));
    return journal.key === key ? journal : null;
  } catch {
    return null;
  }
}

/** Whole or not at all. */
export async function writeJournal(path: string, journal: Journal): Promise<void> {
  const partial = `${path}.new`;
  await writeFile(partial, JSON.stringify(journal));
  await rename(partial, path);
}

export const removeJournal = (path: string): Promise<void> => rm(path, { force: true });
