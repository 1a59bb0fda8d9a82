/** The values of `crossline convert`'s options. */
import { InvalidArgumentError } from 'commander';
import { CrosslineError } from '../../../shared/errors.ts';
import type { CutRanges, NumberRange } from '../../formats/cut-out/cut-range.ts';
import {
  DEFAULT_GZIP_LEVEL,
  LEAST_GZIP_LEVEL,
  MOST_GZIP_LEVEL,
  type Compression,
} from '../../formats/hdf5/cube/compression.ts';
import { CUBE_LAYOUTS, type CubeLayout } from '../../formats/hdf5/cube/cube-layouts.ts';

export function parseLayouts(text: string): readonly CubeLayout[] {
  const names = text.split(',').map((name) => name.trim());
  const layouts = CUBE_LAYOUTS.filter((layout) => names.includes(layout));
  if (layouts.length === 0 || layouts.length < names.length) {
    throw new InvalidArgumentError(`It must be some of ${CUBE_LAYOUTS.join(', ')}, with commas.`);
  }
  return layouts;
}

export function parseGzipLevel(text: string): number {
  const level = Number(text);
  if (Number.isInteger(level) && level >= LEAST_GZIP_LEVEL && level <= MOST_GZIP_LEVEL) return level;
  throw new InvalidArgumentError(`It must be a whole number from ${LEAST_GZIP_LEVEL} to ${MOST_GZIP_LEVEL}.`);
}

/** @throws CrosslineError usage */
export function compressionOf(kind: Compression['kind'], gzipLevel: number | undefined): Compression {
  if (kind === 'gzip') return { kind, level: gzipLevel ?? DEFAULT_GZIP_LEVEL };
  if (gzipLevel === undefined) return { kind };
  throw new CrosslineError({ code: 'usage', detail: `--gzip-level goes with --compression gzip, not with ${kind}` });
}

/** A number stands for itself alone. */
const RANGE = /^\s*([-+]?\d+(?:\.\d+)?)\s*(?::\s*([-+]?\d+(?:\.\d+)?)\s*)?$/;

export function parseRange(text: string): NumberRange {
  const [, from, to] = RANGE.exec(text) ?? [];
  if (from === undefined)
    throw new InvalidArgumentError('It must be FROM:TO, two numbers of the survey, e.g. 100:250.');
  return { from: Number(from), to: Number(to ?? from) };
}

/** Null where nothing is to be cut. */
export function rangesOf(options: {
  readonly inlines?: NumberRange;
  readonly crosslines?: NumberRange;
  readonly time?: NumberRange;
}): CutRanges | null {
  const { inlines = null, crosslines = null, time = null } = options;
  return inlines === null && crosslines === null && time === null ? null : { inlines, crosslines, time };
}
