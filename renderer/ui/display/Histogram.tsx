import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { AmplitudeStatistics } from '../../../shared/survey.ts';
import { useTheme } from '../../bindings/use-theme.ts';
import { hasLiveTraces, percentileOfAmplitude } from '../../state/clip.ts';
import { formatAmplitude } from '../shell/format.ts';
import { ClipHandles } from './ClipHandles.tsx';
import styles from './display.module.css';
import { HISTOGRAM_HEIGHT, histogramData, histogramOptions } from './histogram-plot.ts';

interface HistogramProps {
  readonly statistics: AmplitudeStatistics;
  /** Amplitude with the last colour. */
  readonly clip: number;
  readonly onClip: (percentile: number) => void;
}

/** Horizontal padding of the plot in CSS pixels, as in `histogramOptions`. */
const PADDING = 8;

export function Histogram({ statistics, clip, onClip }: HistogramProps) {
  const frame = useRef<HTMLDivElement>(null);
  const theme = useTheme();
  const largest = largestOf(statistics);

  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const tokens = getComputedStyle(document.documentElement);
    const colours = {
      line: tokens.getPropertyValue('--text-muted'),
      fill: tokens.getPropertyValue('--track'),
      text: tokens.getPropertyValue('--text-muted'),
      grid: tokens.getPropertyValue('--border'),
    };
    const plot = new uPlot(histogramOptions(element.clientWidth, colours, largest), histogramData(statistics), element);
    const observer = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height: HISTOGRAM_HEIGHT }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      plot.destroy();
    };
    // The theme changes the tokens that are read above.
  }, [statistics, largest, theme]);

  const share = Math.round(statistics.tracesShare * 1000) / 10;
  return (
    <figure className={styles['histogram']}>
      <div
        className={styles['plot']}
        role="img"
        aria-label={
          hasLiveTraces(statistics)
            ? `Amplitude histogram, ${formatAmplitude(statistics.min)} to ${formatAmplitude(statistics.max)}`
            : 'Amplitude histogram, empty'
        }
      >
        <div ref={frame} />
        <ClipHandles
          share={Math.min(clip / largest, 1)}
          padding={PADDING}
          onShare={(dragged) => onClip(percentileOfAmplitude(statistics, dragged * largest))}
        />
      </div>
      <figcaption className={styles['hint']}>
        {hasLiveTraces(statistics)
          ? `RMS ${formatAmplitude(statistics.rms)}, from ${share} % of the traces`
          : 'No live traces'}
      </figcaption>
    </figure>
  );
}

/** Half the width of the plot, which is symmetric so that polarity and clip read off it. */
const largestOf = ({ histogramMin, histogramMax }: AmplitudeStatistics): number =>
  Math.max(Math.abs(histogramMin), Math.abs(histogramMax)) || 1;
