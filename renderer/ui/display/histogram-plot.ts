/** The plot of an amplitude histogram: a filled step line of the logarithms of the counts. */
import uPlot from 'uplot';
import type { AmplitudeStatistics } from '../../../shared/survey.ts';
import { formatAmplitude } from '../shell/format.ts';

export interface PlotColours {
  readonly line: string;
  readonly fill: string;
  readonly text: string;
  readonly grid: string;
}

/** CSS pixels, the axis included. */
export const HISTOGRAM_HEIGHT = 96;
const AXIS_HEIGHT = 22;
/** Below log10(1), so that a bin with one sample is seen. */
const FLOOR = -0.3;

/** Bin centres, and log10 of the counts; empty bins, which have no logarithm, lie on the floor. */
export function histogramData({ histogram, histogramMin, histogramMax }: AmplitudeStatistics): uPlot.AlignedData {
  const width = (histogramMax - histogramMin) / histogram.length;
  const centres = Array.from(histogram, (_, bin) => histogramMin + (bin + 0.5) * width);
  return [centres, Array.from(histogram, (count) => (count === 0 ? FLOOR : Math.log10(count)))];
}

export function histogramOptions(width: number, colours: PlotColours, largest: number): uPlot.Options {
  return {
    width,
    height: HISTOGRAM_HEIGHT,
    padding: [6, 8, 0, 8],
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: [-largest, largest] },
      y: { range: (_plot, _least, most) => [FLOOR, Math.max(most, 1) * 1.05] },
    },
    axes: [
      {
        size: AXIS_HEIGHT,
        stroke: colours.text,
        font: '11px "IBM Plex Mono"',
        gap: 2,
        space: 48,
        // Labels at the very ends would be cut.
        filter: (_plot, splits) => splits.map((value) => (Math.abs(value) > 0.8 * largest ? null : value)),
        values: (_plot, splits) => splits.map((value: number | null) => (value === null ? '' : formatAmplitude(value))),
        ticks: { stroke: colours.grid, width: 1, size: 3 },
        grid: { stroke: colours.grid, width: 1 },
      },
      { show: false },
    ],
    series: [
      {},
      {
        stroke: colours.line,
        fill: colours.fill,
        fillTo: FLOOR,
        width: 1,
        points: { show: false },
        ...(uPlot.paths.stepped === undefined ? {} : { paths: uPlot.paths.stepped({ align: 1 }) }),
      },
    ],
  };
}
