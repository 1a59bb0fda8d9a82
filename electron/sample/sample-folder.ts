/**
 * The folder that holds a sample: its files under temporary names while they are written, under their own names once
 * all are complete, and never over a file that is not ours. The truth file comes last, so it marks a complete sample.
 */
import { open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CrosslineError } from '../../shared/errors.ts';
import { FIRST_CARD } from './sample-cards.ts';
import { fileBytes, segyFiles, type SamplePlan } from './sample-plan.ts';
import { encodeTextHeader } from './text-header.ts';
import { TRUTH_OPENING } from './truth.ts';

export interface SamplePaths {
  readonly cubePath: string;
  /** In the order of `truth.json`. */
  readonly linePaths: readonly string[];
  readonly truthPath: string;
}

export const samplePaths = (folder: string, plan: SamplePlan): SamplePaths => ({
  cubePath: join(folder, plan.cube.fileName),
  linePaths: plan.lines.map((line) => join(folder, line.fileName)),
  truthPath: join(folder, plan.truthFileName),
});

/** The truth file comes last. */
const finalPaths = ({ cubePath, linePaths, truthPath }: SamplePaths): readonly string[] => [
  cubePath,
  ...linePaths,
  truthPath,
];

/** Where a file is written until it is complete. */
export const temporaryPath = (path: string): string => `${path}.part`;

/** The first bytes of a file, fewer where it is shorter; null where there is none. */
async function readStart(path: string, length: number): Promise<Buffer | null> {
  const handle = await open(path, 'r').catch((thrown: unknown) => {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return null;
    throw thrown;
  });
  if (handle === null) return null;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** @throws CrosslineError `file-exists` where a file of another origin has a name that the sample needs */
export async function refuseForeignFiles(paths: SamplePaths): Promise<void> {
  const segyMark = Buffer.from(encodeTextHeader([FIRST_CARD]).subarray(0, `C 1 ${FIRST_CARD}`.length));
  for (const path of finalPaths(paths)) {
    const mark = path === paths.truthPath ? Buffer.from(TRUTH_OPENING) : segyMark;
    const start = await readStart(path, mark.length);
    if (start !== null && !start.equals(mark)) throw new CrosslineError({ code: 'file-exists', path });
  }
}

/** Gives every file its name. An earlier sample's truth goes first and the new one comes last. */
export async function publishSample(paths: SamplePaths): Promise<void> {
  await rm(paths.truthPath, { force: true });
  for (const path of finalPaths(paths)) await rename(temporaryPath(path), path);
}

export async function removeTemporaryFiles(paths: SamplePaths): Promise<void> {
  for (const path of finalPaths(paths)) await rm(temporaryPath(path), { force: true });
}

/** Are all files there, in full length, with the headers that this version of the generator writes? */
export async function isSampleComplete(folder: string, plan: SamplePlan): Promise<boolean> {
  const paths = samplePaths(folder, plan);
  if ((await readStart(paths.truthPath, TRUTH_OPENING.length))?.toString() !== TRUTH_OPENING) return false;
  for (const file of segyFiles(plan)) {
    const path = join(folder, file.fileName);
    const start = await readStart(path, file.headers.length);
    if (start?.equals(file.headers) !== true) return false;
    if ((await stat(path)).size !== fileBytes(file)) return false;
  }
  return true;
}
