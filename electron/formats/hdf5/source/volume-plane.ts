/** A plane of a volume as one strided gather, and which of several volumes has it most nearly in one piece. */
import type { Decimation, SurveyPlane } from '../../../../shared/slices.ts';
import { isStandardFormat } from '../../segy/sample-formats.ts';
import type { GridGather } from '../../../native/native-reader.ts';
import { planeAxes } from './chunk-pieces.ts';
import type { MappedVolume, Volume } from './cube-description.ts';

export type CubePlane = Exclude<SurveyPlane, { orientation: 'gather' | 'traces' }>;

/** Samples further apart do not follow one another. */
const MOST_WORD_BYTES = 8;

interface PlaneSteps {
  readonly row: number;
  readonly column: number;
}

function stepsOf({ strides }: MappedVolume, { orientation }: CubePlane): PlaneSteps & { readonly across: number } {
  switch (orientation) {
    case 'inline':
      return { across: strides.inline, row: strides.crossline, column: strides.sample };
    case 'crossline':
      return { across: strides.crossline, row: strides.inline, column: strides.sample };
    case 'sample':
      return { across: strides.sample, row: strides.inline, column: strides.crossline };
  }
}

/** Nanoseconds for a sample of a plane, about: single samples of a mapped volume, samples of a chunk. */
const SCATTERED_NS = 5;
const CHUNKED_NS = 2;

/** What has to be decoded for it weighs most, then how far rows are apart. */
export function bestVolume(volumes: readonly Volume[], plane: CubePlane): Volume {
  const costOf = (volume: Volume): number => {
    if (volume.kind === 'chunked') return CHUNKED_NS * volume.chunkShape[planeAxes(volume, plane).across]!;
    const { row, column } = stepsOf(volume, plane);
    const isScattered = Math.min(row, column) > MOST_WORD_BYTES;
    return (isScattered ? SCATTERED_NS : 0) + Math.max(row, column) / Number.MAX_SAFE_INTEGER;
  };
  return volumes.reduce((best, volume) => (costOf(volume) < costOf(best) ? volume : best));
}

/** @param rows,columns of the decimated plane */
export function planeGather(
  volume: MappedVolume,
  plane: CubePlane,
  decimation: Decimation,
  [rows, columns]: readonly [number, number],
): GridGather {
  const { across, row, column } = stepsOf(volume, plane);
  const { format, byteOrder, address } = volume;
  if (!isStandardFormat(format)) throw new TypeError(`samples of format ${format}`);
  return {
    format,
    byteOrder,
    offset: address + plane.index * across,
    rows,
    rowStrideBytes: row * decimation.rows,
    columns,
    columnStrideBytes: column * decimation.columns,
  };
}
