import { extname } from 'node:path';
import { InvalidArgumentError } from 'commander';
import type { ColormapName } from '../../../shared/colour/colormaps.ts';
import type { EngineCalls } from '../../../shared/contract.ts';
import type { SliceReply } from '../../../shared/slices.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { csvLines } from '../output/csv.ts';
import { npyParts } from '../output/npy.ts';
import { pngOf } from '../output/png.ts';
import { sliceAxes } from './slice-axes.ts';

const EXTENSIONS = ['.npy', '.csv', '.png'] as const;
type Extension = (typeof EXTENSIONS)[number];

export interface SliceOutput {
  readonly path: string;
  readonly extension: Extension;
}

export function parseSliceOutput(path: string): SliceOutput {
  const extension = EXTENSIONS.find((known) => known === extname(path).toLowerCase());
  if (extension === undefined) throw new InvalidArgumentError(`It must end in ${EXTENSIONS.join(', ')}.`);
  return { path, extension };
}

export interface PictureOptions {
  readonly colormap: ColormapName;
  /** Percentile of |amplitude| over the survey that reaches the end of the colour map. */
  readonly clip: number;
}

/** The file's content, in parts to be written one after the other. Only a picture asks the survey's statistics. */
export async function encodeSlice(
  extension: Extension,
  reply: SliceReply,
  info: SurveyInfo,
  { colormap, clip }: PictureOptions,
  calls: EngineCalls,
): Promise<Iterable<Uint8Array | string>> {
  switch (extension) {
    case '.npy':
      return npyParts(reply.view);
    case '.csv':
      return csvLines(reply.view, sliceAxes(reply.plane, info));
    case '.png': {
      const { absPercentiles } = await calls.readStatistics(info.id);
      return [pngOf(reply, info, colormap, percentileAt(absPercentiles, clip))];
    }
  }
}

/** Linear between whole percents. */
export function percentileAt(absPercentiles: Float32Array, percent: number): number {
  const below = absPercentiles[Math.floor(percent)]!;
  const above = absPercentiles[Math.ceil(percent)]!;
  return below + (above - below) * (percent - Math.floor(percent));
}
