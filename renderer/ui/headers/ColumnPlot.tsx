import { useEffect, useRef, type KeyboardEvent } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { HeaderColumn } from '../../../shared/headers/header-statistics.ts';
import { useTheme } from '../../bindings/use-theme.ts';
import { columnData, columnOptions, type ColumnPlotEvents } from './column-plot.ts';
import styles from './headers.module.css';
import { plotColours } from './plot-colours.ts';

interface ColumnPlotProps extends ColumnPlotEvents {
  readonly column: HeaderColumn;
  /** What it shows, in words. */
  readonly label: string;
  readonly onChoose: (bucket: number, inputAtMs: number) => void;
}

/** Hover reads, click goes to the trace, a drag zooms, a double click shows all; the arrow keys and Enter do the first two. */
export function ColumnPlot({ column, label, onHover, onClick, onZoom, onZoomOut, onChoose }: ColumnPlotProps) {
  const frame = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const theme = useTheme();

  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const size = () => ({ width: element.clientWidth, height: element.clientHeight });
    const events = { onHover, onClick, onZoom, onZoomOut };
    const created = new uPlot(columnOptions(column, size(), plotColours(), events), columnData(column), element);
    plot.current = created;
    const observer = new ResizeObserver(() => created.setSize(size()));
    observer.observe(element);
    return () => {
      observer.disconnect();
      created.destroy();
      plot.current = null;
    };
    // The theme changes the colours that are read above.
  }, [column, theme, onHover, onClick, onZoom, onZoomOut]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const { current } = plot;
    const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };
    const at = current?.cursor.idx ?? 0;
    const step = steps[event.key];
    if (current === null || (step === undefined && event.key !== 'Enter')) return;
    event.preventDefault();
    if (step === undefined) {
      onChoose(at, event.timeStamp);
      return;
    }
    const bucket = Math.min(Math.max(at + step, 0), column.least.length - 1);
    current.setCursor({ left: current.valToPos(current.data[0][bucket]!, 'x'), top: 1 });
  };

  return (
    <div
      ref={frame}
      className={styles['plot']}
      tabIndex={0}
      role="application"
      aria-label={label}
      data-testid="column-plot"
      onKeyDown={onKeyDown}
    />
  );
}
