import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import type { WordHistogram } from '../../../shared/headers/header-statistics.ts';
import { useTheme } from '../../bindings/use-theme.ts';
import styles from './headers.module.css';
import { plotColours } from './plot-colours.ts';

interface WordHistogramPlotProps {
  readonly histogram: WordHistogram;
  readonly label: string;
}

/** CSS pixels. */
const HEIGHT = 96;

/** How many traces have values in each of up to 128 ranges. */
export function WordHistogramPlot({ histogram, label }: WordHistogramPlotProps) {
  const frame = useRef<HTMLDivElement>(null);
  const theme = useTheme();

  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const plot = new uPlot(histogramOptions(element.clientWidth, histogram), histogramData(histogram), element);
    const observer = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height: HEIGHT }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      plot.destroy();
    };
  }, [histogram, theme]);

  return <div ref={frame} className={styles['histogram']} role="img" aria-label={label} />;
}

/** Each bin begins at its lower end; the last one ends at the upper end. */
function histogramData({ min, max, counts }: WordHistogram): uPlot.AlignedData {
  const width = (max - min) / counts.length;
  return [
    [...Array.from(counts, (_, bin) => min + bin * width), max],
    [...counts, counts.at(-1)!],
  ];
}

function histogramOptions(width: number, { min, max }: WordHistogram): uPlot.Options {
  const colours = plotColours();
  const font = '11px "IBM Plex Mono"';
  const middle = (min + max) / 2;
  return {
    width,
    height: HEIGHT,
    padding: [6, 8, 0, 8],
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: [min, max] },
      y: { range: (_plot, _least, most) => [0, Math.max(most, 1) * 1.05] },
    },
    axes: [
      {
        size: 22,
        stroke: colours.text,
        font,
        gap: 2,
        space: 70,
        // Labels at the very ends would be cut.
        filter: (_plot, splits) =>
          splits.map((value) => (Math.abs(value - middle) > 0.42 * (max - min) ? null : value)),
        values: (_plot, splits) => splits.map((value: number | null) => (value === null ? '' : String(value))),
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
        fillTo: 0,
        width: 1,
        points: { show: false },
        ...(uPlot.paths.stepped === undefined ? {} : { paths: uPlot.paths.stepped({ align: 1 }) }),
      },
    ],
  };
}
