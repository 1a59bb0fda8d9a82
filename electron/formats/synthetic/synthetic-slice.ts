/** Fills planes of the synthetic earth in the axis order of `SurveyPlane`. */
import { TRACE_LIVE, type Decimation, type SurveyPlane } from '../../../shared/slices.ts';
import type { SyntheticEarth } from './synthetic-earth.ts';

interface Size {
  readonly inlines: number;
  readonly crosslines: number;
  readonly samples: number;
}

type GridPosition = readonly [inline: number, crossline: number];

/** @returns the status of each row (sample planes: of each cell), null where all are live */
export function fillSlice(
  earth: SyntheticEarth,
  size: Size,
  plane: SurveyPlane,
  decimation: Decimation,
  into: Float32Array,
): Uint8Array | null {
  switch (plane.orientation) {
    case 'sample':
      return fillSamplePlane(earth, size, plane.index, decimation, into);
    case 'gather':
      throw new TypeError('a synthetic survey has no gathers');
    default:
      return fillTracePlane(earth, size, plane, decimation, into);
  }
}

function fillTracePlane(
  earth: SyntheticEarth,
  { inlines, crosslines, samples }: Size,
  plane: Exclude<SurveyPlane, { orientation: 'sample' | 'gather' }>,
  decimation: Decimation,
  into: Float32Array,
): Uint8Array | null {
  const gridAt = (row: number): GridPosition => {
    if (plane.orientation === 'inline') return [plane.index, row];
    if (plane.orientation === 'crossline') return [row, plane.index];
    return [Math.floor((plane.index + row) / crosslines), (plane.index + row) % crosslines];
  };
  const rows = { inline: crosslines, crossline: inlines, traces: 'count' in plane ? plane.count : 0 }[
    plane.orientation
  ];
  const shown = Math.ceil(rows / decimation.rows);
  return fillTraces(earth, samples, shown, (row) => gridAt(row * decimation.rows), decimation.columns, into);
}

/** @returns as `fillSlice` */
export const fillGridTraces = (
  earth: SyntheticEarth,
  { crosslines, samples }: Size,
  cells: Int32Array,
  every: number,
  into: Float32Array,
): Uint8Array | null =>
  fillTraces(
    earth,
    samples,
    cells.length,
    (row) => [Math.floor(cells[row]! / crosslines), cells[row]! % crosslines],
    every,
    into,
  );

function fillTraces(
  earth: SyntheticEarth,
  samples: number,
  rows: number,
  gridAt: (row: number) => GridPosition,
  every: number,
  into: Float32Array,
): Uint8Array | null {
  const statuses = new Uint8Array(rows);
  let target = 0;
  for (let row = 0; row < rows; row += 1) {
    const [inline, crossline] = gridAt(row);
    const status = earth.status(inline, crossline);
    const fold = earth.fold(inline, crossline);
    statuses[row] = status;
    for (let sample = 0; sample < samples; sample += every) into[target++] = earth.amplitude(status, fold, sample);
  }
  return nullWhereLive(statuses);
}

function fillSamplePlane(
  earth: SyntheticEarth,
  { inlines, crosslines }: Size,
  sample: number,
  decimation: Decimation,
  into: Float32Array,
): Uint8Array | null {
  const statuses = new Uint8Array(into.length);
  let target = 0;
  for (let inline = 0; inline < inlines; inline += decimation.rows) {
    for (let crossline = 0; crossline < crosslines; crossline += decimation.columns) {
      const status = earth.status(inline, crossline);
      statuses[target] = status;
      into[target++] = earth.amplitude(status, earth.fold(inline, crossline), sample);
    }
  }
  return nullWhereLive(statuses);
}

const nullWhereLive = (statuses: Uint8Array): Uint8Array | null =>
  statuses.every((status) => status === TRACE_LIVE) ? null : statuses;
