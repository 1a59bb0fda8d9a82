/** The plot of a header word along the rows: a line, or a band between the least and the greatest of many rows. */
import type uPlot from 'uplot';
import type { HeaderColumn } from '../../../shared/headers/header-statistics.ts';
import type { PlotColours } from '../display/histogram-plot.ts';

/** CSS pixels. */
const LEFT_AXIS_WIDTH = 86;
const BOTTOM_AXIS_HEIGHT = 24;
const FONT = '11px "IBM Plex Mono"';

/** Rows counted from 1; null where a bucket holds no number. */
export function columnData({ first, least, greatest, rowsPerBucket }: HeaderColumn): uPlot.AlignedData {
  const rows = Array.from(least, (_, bucket) => first + bucket * rowsPerBucket + 1);
  const gaps = (values: Float64Array): (number | null)[] =>
    Array.from(values, (value) => (Number.isNaN(value) ? null : value));
  return rowsPerBucket === 1 ? [rows, gaps(least)] : [rows, gaps(least), gaps(greatest)];
}

export interface ColumnPlotEvents {
  /** Bucket under the pointer; null where it is not over the plot. */
  readonly onHover: (bucket: number | null) => void;
  readonly onClick: (bucket: number, event: MouseEvent) => void;
  /** A range of rows was dragged over, counted from 0. */
  readonly onZoom: (first: number, last: number) => void;
  readonly onZoomOut: () => void;
}

export interface PlotSize {
  readonly width: number;
  readonly height: number;
}

export function columnOptions(
  column: HeaderColumn,
  { width, height }: PlotSize,
  colours: PlotColours,
  events: ColumnPlotEvents,
): uPlot.Options {
  const line = { stroke: colours.line, width: 1, points: { show: column.count <= 200, size: 4 } };
  const axis = { stroke: colours.text, font: FONT, grid: { stroke: colours.grid, width: 1 }, gap: 4 };
  const ticks = { stroke: colours.grid, width: 1, size: 4 };
  return {
    width,
    height,
    padding: [8, 12, 0, 0],
    legend: { show: false },
    cursor: { y: false, drag: { x: true, y: false, setScale: false }, points: { show: false } },
    scales: {
      x: { time: false },
      y: { range: (_plot, least, most) => (least === most ? [least - 1, most + 1] : padded(least, most)) },
    },
    axes: [
      { ...axis, size: BOTTOM_AXIS_HEIGHT, ticks, values: wholeLabels },
      { ...axis, size: LEFT_AXIS_WIDTH, ticks, values: (_plot, splits) => splits.map(String) },
    ],
    series: column.rowsPerBucket === 1 ? [{}, line] : [{}, line, line],
    bands: column.rowsPerBucket === 1 ? [] : [{ series: [2, 1], fill: colours.fill }],
    hooks: {
      setCursor: [(plot) => events.onHover(plot.cursor.idx ?? null)],
      setSelect: [
        (plot) => {
          const { left, width: across } = plot.select;
          if (across < 1) return;
          events.onZoom(Math.round(plot.posToVal(left, 'x')) - 1, Math.round(plot.posToVal(left + across, 'x')) - 1);
        },
      ],
      ready: [
        (plot) => {
          plot.over.addEventListener('click', (event) => {
            const bucket = plot.cursor.idx;
            // A drag ends with a click too.
            if (plot.select.width < 1 && bucket !== null && bucket !== undefined) events.onClick(bucket, event);
          });
          plot.over.addEventListener('dblclick', () => events.onZoomOut());
        },
      ],
    },
  };
}

/** Rows are whole. */
const wholeLabels = (_plot: uPlot, splits: readonly number[]): string[] =>
  splits.map((split) => (Number.isInteger(split) ? String(split) : ''));

/** A twentieth of the range above and below, so that what is constant for a while is not on the frame. */
const padded = (least: number, most: number): [number, number] => {
  const room = (most - least) / 20;
  return [least - room, most + room];
};
