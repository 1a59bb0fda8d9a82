import { Fragment, useCallback, useMemo, useRef } from 'react';
import type { TieDetail } from '../../../shared/ties/tie-detail.ts';
import { useElementSize } from '../../bindings/use-element-size.ts';
import { gateTimes } from '../../state/ties/tie-times.ts';
import { gateTraces } from '../../state/ties/tie-signals.ts';
import { tickLabel, tickValues } from '../../scene/ticks.ts';
import section from '../section/section.module.css';
import { drawTieTraces } from './draw-tie-traces.ts';
import { DrawnCanvas, type Draw } from './DrawnCanvas.tsx';
import { rowOfSample } from './sample-rows.ts';
import styles from './ties.module.css';

interface TieGridProps {
  readonly detail: TieDetail;
  /** Of line 1 and of line 2. */
  readonly names: readonly [string, string];
}

/** All that is seen over time, on one axis: the traces over each other, their difference. */
export function TieGrid({ detail, names }: TieGridProps) {
  const traces = useMemo(() => gateTraces(detail), [detail]);
  const drawBoth: Draw = useCallback(
    (context, size, colourOf) =>
      drawTieTraces(context, size, colourOf('--border-strong'), traces.peak, [
        // The lower one is broader, so that it is seen where both say the same.
        { samples: traces.trace2, colour: colourOf('--warning'), width: 2.5, isFilled: false },
        { samples: traces.trace1, colour: colourOf('--accent'), width: 1, isFilled: false },
      ]),
    [traces],
  );
  const drawDifference: Draw = useCallback(
    (context, size, colourOf) =>
      drawTieTraces(context, size, colourOf('--border-strong'), traces.peak, [
        { samples: traces.difference, colour: colourOf('--text'), width: 1, isFilled: true },
      ]),
    [traces],
  );
  return (
    <div className={styles['grid']}>
      <div className={section['corner']} aria-hidden />
      <TimeEdge detail={detail} />
      <div className={styles['head']} style={{ gridArea: '1 / 2' }}>
        <span className={styles['title']}>Traces</span>
      </div>
      <div className={styles['plot']} style={{ gridArea: '2 / 2' }}>
        <DrawnCanvas label={`Traces of ${names.join(' and ')} over each other`} testId="tie-traces" draw={drawBoth} />
      </div>
      <div className={styles['head']} style={{ gridArea: '1 / 3' }}>
        <span className={styles['title']}>Difference</span>
      </div>
      <div className={styles['plot']} style={{ gridArea: '2 / 3' }}>
        <DrawnCanvas
          label={`Trace of ${names[1]} less that of ${names[0]}`}
          testId="tie-difference"
          draw={drawDifference}
        />
      </div>
    </div>
  );
}

/** CSS pixels that a label with its gap takes along the left edge. */
const LEFT_SPACING = 36;

function TimeEdge({ detail }: { readonly detail: TieDetail }) {
  const edge = useRef<HTMLDivElement>(null);
  const height = useElementSize(edge)?.height ?? 0;
  const [from, to] = gateTimes(detail);
  const count = detail.gate.end - detail.gate.first;
  const { values, step } = tickValues(from, to, Math.max(2, Math.floor(height / LEFT_SPACING)), 1e-3);
  const at = (timeMs: number): number => rowOfSample((timeMs - from) / detail.axis.intervalMs, count, height);
  return (
    <div ref={edge} className={section['left']} data-testid="tie-time-axis">
      <span className={section['leftTitle']}>Time (ms)</span>
      {values.map((value) => (
        <Fragment key={value}>
          <span className={section['leftMark']} style={{ top: at(value) }} />
          <span className={section['leftTick']} style={{ top: `clamp(7px, ${at(value)}px, 100% - 7px)` }}>
            {tickLabel(value, step)}
          </span>
        </Fragment>
      ))}
    </div>
  );
}
