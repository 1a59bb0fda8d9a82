import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Compression } from '../../formats/hdf5/cube/compression.ts';
import { TINY_DESIGN } from '../../sample/tiny-design.ts';
import { writeSurvey } from '../../sample/write-sample.ts';
import { builtFiles } from './built-files.ts';
import { convertCubeFile } from './convert-cube-file.ts';
import { writeForeignFile } from './foreign-file.ts';

/** Paths by name. Which case an index draws depends on the names and their order. */
export type CorpusFiles = Readonly<Record<string, string>>;

/** Of the sample's 24 lines, which are all of one kind. */
const SAMPLE_LINES = 2;

const CUBE_FILES: readonly (readonly [name: string, compression: Compression])[] = [
  ['cube.h5', { kind: 'none' }],
  ['cube-lzf.h5', { kind: 'lzf' }],
  ['cube-gzip.h5', { kind: 'gzip', level: 1 }],
];

/** Writes what every checkout can mutate: files of every kind made here, and a tiny sample survey. */
export async function writeCorpus(folder: string): Promise<CorpusFiles> {
  await mkdir(folder, { recursive: true });
  const files: Record<string, string> = {};
  for (const [name, bytes] of builtFiles()) {
    files[name] = join(folder, name);
    await writeFile(files[name], bytes);
  }
  const { cubePath, linePaths } = await writeSurvey(join(folder, 'sample'), TINY_DESIGN, {});
  for (const path of [cubePath, ...linePaths.slice(0, SAMPLE_LINES)]) files[basename(path)] = path;
  for (const [name, compression] of CUBE_FILES) {
    files[name] = join(folder, name);
    await convertCubeFile(files['cube-with-gaps.sgy']!, files[name], compression);
  }
  for (const kind of ['sections', 'gathers', 'nameless'] as const) {
    const name = `foreign-${kind}.h5`;
    files[name] = join(folder, name);
    await writeForeignFile(files[name], kind);
  }
  return files;
}
