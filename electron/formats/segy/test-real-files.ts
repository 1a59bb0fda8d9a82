/** Where tests find files that other software wrote. The repository holds none of them. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** CROSSLINE_DATA, or `../shared/data` beside the checkout. */
export const REAL_FILES_FOLDER =
  process.env['CROSSLINE_DATA'] ?? resolve(import.meta.dirname, '../../../../shared/data');

export const areRealFilesMissing = !existsSync(join(REAL_FILES_FOLDER, 'expected.json'));

/** For the names of tests: why they were skipped, or nothing. */
export const realFilesNote = areRealFilesMissing ? ` (skipped: no files in ${REAL_FILES_FOLDER})` : '';

/** First samples, sum and greatest magnitude of a trace, line or slice, as another reader has them. */
export interface ExpectedSamples {
  readonly first: readonly (number | string)[];
  readonly sum: number | string;
  readonly absMax: number | string;
}

/** What segyio reads in one SEG-Y file; where it refuses the file, `error` or `cubeError` and what it got so far. */
export interface ExpectedSegy {
  readonly endian: 'big' | 'little';
  readonly error?: string;
  readonly traceCount?: number;
  readonly sampleCount?: number;
  readonly intervalUs?: number;
  readonly formatCode?: number;
  readonly firstSampleMs?: number;
  readonly traces?: Readonly<Record<string, ExpectedSamples>>;
  readonly headers?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly cubeError?: string;
  readonly cube?: ExpectedCube;
}

export interface ExpectedCube {
  /** First and last in file order, and count. */
  readonly inlines: readonly [number, number, number];
  readonly crosslines: readonly [number, number, number];
  readonly offsets: number;
  readonly middleInline: ExpectedSamples & { readonly number: number };
  readonly middleCrossline: ExpectedSamples & { readonly number: number };
  readonly middleSlice: ExpectedSamples & { readonly sampleIndex: number };
}

/** By path within the folder; empty where it is missing. HDF5 files are left out. */
export function readExpectedSegy(): ReadonlyMap<string, ExpectedSegy> {
  if (areRealFilesMissing) return new Map();
  const text = readFileSync(join(REAL_FILES_FOLDER, 'expected.json'), 'utf8');
  const { files } = JSON.parse(text) as { files: Record<string, ExpectedSegy> };
  return new Map(Object.entries(files).filter(([path]) => !path.endsWith('.seisnc')));
}
