/** The jobs that run in processes of their own: what each takes and gives. All of it is structured-clonable. */
import type { SampleSize } from '../../shared/contract.ts';
import type { FolderFile } from '../../shared/folder.ts';
import type { ProfileLines } from '../../shared/geometry/crossings/profile-lines.ts';
import type { AdjustedTies } from '../../shared/ties/adjust-ties.ts';
import type { TieCrossing } from '../../shared/ties/tie-crossing.ts';
import type { DetailOptions, TieDetail } from '../../shared/ties/tie-detail.ts';
import type { MappingOverrides } from '../../shared/mapping/segy-mapping.ts';
import type { ConvertedCube } from '../formats/hdf5/convert/convert-cube.ts';
import type { ScanResult } from '../formats/segy/scan-result.ts';

import type { CrossParameters, CrossResult } from './crossings/cross-lines.ts';
import type { DocumentParameters } from './crossings/document-of-files.ts';
import type { CrossingParameters, CrossingResult } from './crossings/find-crossings-of-files.ts';
import type { ConvertParameters } from './convert.ts';
import type { ExamineParameters } from './examine-files.ts';
import type { AdjustParameters } from './ties/adjust-crossings.ts';
import type { TieParameters, TieResult } from './ties/tie-files.ts';

export interface JobTable {
  /** Reads every trace header of a SEG-Y file. */
  scan: {
    readonly parameters: { readonly path: string; readonly overrides: MappingOverrides };
    readonly result: ScanResult;
  };
  /** Writes a SEG-Y cube as an HDF5 cube file. */
  convert: { readonly parameters: ConvertParameters; readonly result: ConvertedCube };
  /** Opens many files one after the other and says of each, piece by piece, what it holds. */
  folder: { readonly parameters: ExamineParameters; readonly result: null };
  /** Finds where the 2D lines of files cross. */
  crossings: { readonly parameters: CrossingParameters; readonly result: CrossingResult };
  /** The same, as the bytes of a document. */
  document: { readonly parameters: DocumentParameters; readonly result: Uint8Array };
  /** Finds where lines cross whose positions are known. */
  cross: { readonly parameters: CrossParameters; readonly result: CrossResult };
  /** Finds how far the 2D lines of files agree where they cross, and what makes them agree. */
  ties: { readonly parameters: TieParameters; readonly result: TieResult };
  /** Adjusts lines whose traces at crossings are known. */
  adjust: { readonly parameters: AdjustParameters; readonly result: AdjustedTies };
  /** Looks at one crossing whose traces are known. */
  tie: {
    readonly parameters: { readonly crossing: TieCrossing; readonly options: DetailOptions };
    readonly result: TieDetail | null;
  };
  /** Builds what tells the nearest trace (`TraceIndex`). */
  index: { readonly parameters: { readonly lines: ProfileLines }; readonly result: Uint8Array };
  /** Writes the sample survey; gives the cube's path. */
  sample: { readonly parameters: { readonly folder: string; readonly size: SampleSize }; readonly result: string };
}

/** What jobs give piece by piece, before their result; `never` of those that give nothing so. */
export interface JobItems {
  readonly scan: never;
  readonly convert: never;
  readonly folder: readonly FolderFile[];
  readonly crossings: never;
  readonly document: never;
  readonly cross: never;
  readonly ties: never;
  readonly adjust: never;
  readonly tie: never;
  readonly index: never;
  readonly sample: never;
}

export type JobKind = keyof JobTable;
export type JobParameters<K extends JobKind> = JobTable[K]['parameters'];
export type JobResult<K extends JobKind> = JobTable[K]['result'];

export const JOB_UNITS = {
  scan: 'traces',
  sample: 'bytes',
  convert: 'bytes',
  folder: 'files',
  crossings: 'files',
  document: 'files',
  cross: 'traces',
  ties: 'crossings',
  adjust: 'crossings',
  tie: 'crossings',
  index: 'traces',
} as const;
