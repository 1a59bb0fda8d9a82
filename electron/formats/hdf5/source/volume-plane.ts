/** A plane of a volume as one strided gather, and which of several volumes has it most nearly in one piece. */
import type { Decimation, SlicePlane } from '../../../../shared/slices.ts';
import { isStandardFormat } from '../../segy/sample-formats.ts';
import type { GridGather } from '../../../native/native-reader.ts';
import type { Volume } from './cube-description.ts';

export type CubePlane = Exclude<SlicePlane, { orientation: 'gather' | 'traces' }>;

interface PlaneSteps {
  readonly row: number;
  readonly column: number;
}

function stepsOf({ strides }: Volume, { orientation }: CubePlane): PlaneSteps & { readonly across: number } {
  switch (orientation) {
    case 'inline':
      return { across: strides.inline, row: strides.crossline, column: strides.sample };
    case 'crossline':
      return { across: strides.crossline, row: strides.inline, column: strides.sample };
    case 'sample':
      return { across: strides.sample, row: strides.inline, column: strides.crossline };
  }
}

/** Neighbouring elements side by side weigh most, then neighbouring rows. */
export function bestVolume(volumes: readonly Volume[], plane: CubePlane): Volume {
  const costOf = (volume: Volume): number => {
    const { row, column } = stepsOf(volume, plane);
    return Math.min(row, column) * 1e6 + Math.max(row, column);
  };
  return volumes.reduce((best, volume) => (costOf(volume) < costOf(best) ? volume : best));
}

/** @param rows,columns of the decimated plane */
export function planeGather(
  volume: Volume,
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
