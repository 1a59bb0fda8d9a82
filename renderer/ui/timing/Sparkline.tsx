import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Timing } from '../../../shared/timing.ts';
import { useTheme } from '../../bindings/use-theme.ts';
import { HISTORY_LENGTH } from '../../engine-client/timing-history.ts';
import { countOf, formatMs } from '../shell/format.ts';
import styles from './timing.module.css';

/** CSS pixels. */
const HEIGHT = 24;

/** From request to picture: everything but waiting for the input event to be handled. */
const totalMs = ({ engineMs, transferMs, uploadMs, drawMs }: Timing): number =>
  engineMs + transferMs + (uploadMs ?? 0) + (drawMs ?? 0);

/** The total of the last pictures, oldest on the left. */
export function Sparkline({ timings }: { readonly timings: readonly Timing[] }) {
  const frame = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const theme = useTheme();
  const totals = timings.map(totalMs);

  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const stroke = getComputedStyle(document.documentElement).getPropertyValue('--accent');
    const created = new uPlot(sparklineOptions(element.clientWidth, stroke), [[], []], element);
    plot.current = created;
    const observer = new ResizeObserver(() => created.setSize({ width: element.clientWidth, height: HEIGHT }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      created.destroy();
    };
  }, [theme]);

  useEffect(() => plot.current?.setData([totals.map((_, position) => position), totals]));

  const largest = totals.length === 0 ? '' : formatMs(Math.max(...totals));
  return (
    <figure className={styles['sparkline']}>
      <div
        ref={frame}
        role="img"
        aria-label={`Total time of the last ${countOf(totals.length, 'picture')}, at most ${largest} ms`}
      />
      <figcaption className={styles['hint']}>
        Last {countOf(totals.length, 'picture')}, at most {largest} ms
      </figcaption>
    </figure>
  );
}

const sparklineOptions = (width: number, stroke: string): uPlot.Options => ({
  width,
  height: HEIGHT,
  padding: [2, 0, 2, 0],
  legend: { show: false },
  cursor: { show: false },
  scales: {
    x: { time: false, range: [0, HISTORY_LENGTH - 1] },
    y: { range: (_plot, _least, most) => [0, Math.max(most, 1)] },
  },
  axes: [{ show: false }, { show: false }],
  series: [{}, { stroke, width: 1, points: { show: false } }],
});
