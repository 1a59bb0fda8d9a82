/** One file into another: which way, by what the one is and what the other is named. */
import { extname } from 'node:path';
import { CrosslineError } from '../../shared/errors.ts';
import type { CutRanges } from '../formats/cut-out/cut-range.ts';
import { isHdf5 } from '../formats/hdf5/source/open-cube.ts';
import { convertSegy, type ConvertContext, type ConvertParameters } from './convert.ts';
import { cutToCube, cutToSegy, wholeOf } from './cut-out.ts';

export interface FileConversion extends ConvertParameters {
  /** Null: all of it. */
  readonly ranges: CutRanges | null;
}

export interface ConvertedFile {
  readonly bytes: number;
  /** Of a cube file: parts that an earlier, interrupted conversion had finished, of all. */
  readonly resumed: { readonly slabs: number; readonly of: number } | null;
  /** What the user should know, one sentence each. */
  readonly notes: readonly string[];
}

/** @throws CrosslineError usage, and what the conversions throw */
export async function convertFile(parameters: FileConversion, context: ConvertContext): Promise<ConvertedFile> {
  const { from, to, ranges } = parameters;
  const isCube = await isHdf5(from, context.reader);
  const becomesCube = isNamedAsCube(to) ?? !isCube;
  if (becomesCube) {
    const isPart = ranges !== null || isCube;
    const { bytes, resumedSlabs, slabs, notes } = isPart
      ? await cutToCube({ ...parameters, ranges }, context)
      : { ...(await convertSegy(parameters, context)), notes: [] };
    return { bytes, resumed: { slabs: resumedSlabs, of: slabs }, notes };
  }
  if (ranges !== null) return { ...(await cutToSegy({ ...parameters, ranges }, context)), resumed: null };
  if (isCube) return { ...(await wholeOf(parameters, context)), resumed: null };
  const detail = `${from} and ${to} are both SEG-Y: say what to cut out (--inlines, --crosslines, --time), or name a cube file (.h5)`;
  throw new CrosslineError({ code: 'usage', detail });
}

const CUBE_NAMES: readonly string[] = ['.h5', '.hdf5', '.hdf', '.he5'];
const SEGY_NAMES: readonly string[] = ['.sgy', '.segy', '.seg', '.su'];

/** Null where the name does not say. */
function isNamedAsCube(path: string): boolean | null {
  const extension = extname(path).toLowerCase();
  if (CUBE_NAMES.includes(extension)) return true;
  return SEGY_NAMES.includes(extension) ? false : null;
}
