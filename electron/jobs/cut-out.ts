/** The body of a convert job that takes a part of a cube: from either format, to either. */
import { mkdir, rm, utimes } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { NO_OVERRIDES } from '../../shared/mapping/segy-mapping.ts';
import type { CutRanges } from '../formats/cut-out/cut-range.ts';
import { cuttableCubeFile } from '../formats/cut-out/cuttable-cube-file.ts';
import { cuttableSegy } from '../formats/cut-out/cuttable-segy.ts';
import type { CuttableCube } from '../formats/cut-out/cuttable.ts';
import { writeCut, type WrittenCut } from '../formats/cut-out/write-cut.ts';
import { isHdf5 } from '../formats/hdf5/source/open-cube.ts';
import { openScanned } from './open-scanned.ts';
import { convertBack, convertSegy, type ConvertContext, type ConvertParameters } from './convert.ts';
import type { ConvertedCube } from '../formats/hdf5/convert/convert-cube.ts';

export interface CutParameters extends Pick<ConvertParameters, 'from' | 'to' | 'overrides' | 'force'> {
  readonly ranges: CutRanges;
}

/** @throws CrosslineError what `writeCut`, and opening the cube, throw */
export async function cutToSegy(
  { from, to, overrides, force, ranges }: CutParameters,
  { reader, signal, onProgress }: ConvertContext,
): Promise<WrittenCut> {
  const cut = (cube: CuttableCube): Promise<WrittenCut> => writeCut(cube, to, { ranges, force, signal, onProgress });
  if (await isHdf5(from, reader)) {
    const file = await reader.openFile(from);
    try {
      return await cut(await cuttableCubeFile(file));
    } finally {
      await file.close();
    }
  }
  const source = await openScanned(from, overrides ?? NO_OVERRIDES, reader, signal);
  try {
    return await cut(cuttableSegy(source));
  } finally {
    await source.close();
  }
}

/**
 * By way of the SEG-Y file of the part, which lies beside the target meanwhile: a cube file keeps the SEG-Y file that it came
 * from, and this is the one that a cut-out comes from.
 * @param ranges null: all of a cube file, in other layouts or compressed otherwise
 * @throws CrosslineError what `cutToSegy` and `convertSegy` throw
 */
export async function cutToCube(
  parameters: Omit<CutParameters, 'ranges'> & ConvertParameters & { readonly ranges: CutRanges | null },
  context: ConvertContext,
): Promise<ConvertedCube & Pick<WrittenCut, 'notes'>> {
  const { from, to, ranges } = parameters;
  const folder = `${to}.part`;
  const part = join(folder, `${basename(from, extname(from))}${ranges === null ? '' : '-part'}.sgy`);
  await mkdir(folder, { recursive: true });
  try {
    const step = { ...parameters, to: part, force: true };
    const quiet = { ...context, onProgress: () => undefined };
    const { mapping, notes } =
      ranges === null ? await wholeOf(step, quiet) : await cutToSegy({ ...step, ranges }, quiet);
    // With another time of change a rerun would not know what an interrupted one has finished.
    await utimes(part, 0, 0);
    return { ...(await convertSegy({ ...parameters, from: part, overrides: mapping }, context)), notes };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function wholeOf(
  step: Pick<ConvertParameters, 'from' | 'to' | 'force'>,
  context: ConvertContext,
): Promise<Pick<WrittenCut, 'mapping' | 'notes'>> {
  const file = await context.reader.openFile(step.from);
  const { mapping } = await cuttableCubeFile(file).finally(() => file.close());
  await convertBack(step, context);
  return { mapping, notes: [] };
}
