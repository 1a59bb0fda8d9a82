/** The body of a convert job that takes a part of a cube: from either format, to either. */
import { mkdir, rm, utimes } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { CutRanges } from '../formats/cut-out/cut-range.ts';
import { writeCut, type WrittenCut } from '../formats/cut-out/write-cut.ts';
import { convertBack, convertSegy, type ConvertContext, type ConvertParameters } from './convert.ts';
import type { ConvertedCube } from '../formats/hdf5/convert/convert-cube.ts';
import { openCuttable } from './open-cuttable.ts';

export interface CutParameters extends Pick<ConvertParameters, 'from' | 'to' | 'overrides' | 'force'> {
  readonly ranges: CutRanges;
}

export const ALL_RANGES: CutRanges = { inlines: null, crosslines: null, time: null };

/** @throws CrosslineError what `writeCut`, and opening the cube, throw */
export async function cutToSegy(
  { from, to, overrides, force, ranges }: CutParameters,
  { reader, signal, onProgress }: ConvertContext,
): Promise<WrittenCut> {
  const opened = await openCuttable(from, overrides, reader, signal);
  try {
    return await writeCut(opened.cube, to, { ranges, force, signal, onProgress });
  } finally {
    await opened.close();
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

/** The SEG-Y file that the cube file came from, or one that is made for it. */
export async function wholeOf(
  step: Pick<CutParameters, 'from' | 'to' | 'overrides' | 'force'>,
  context: ConvertContext,
): Promise<WrittenCut> {
  const opened = await openCuttable(step.from, step.overrides, context.reader, context.signal);
  const { mapping } = opened.cube;
  await opened.close();
  if (!opened.keepsSegy) return await cutToSegy({ ...step, ranges: ALL_RANGES }, context);
  return { bytes: await convertBack(step, context), mapping, notes: [] };
}
