import { useCallback, useMemo } from 'react';
import type { TieDetail } from '../../../shared/ties/tie-detail.ts';
import { tieCosts } from '../../state/ties/cost-picture.ts';
import { gateTraces } from '../../state/ties/tie-signals.ts';
import section from '../section/section.module.css';
import { drawCost } from './draw-cost.ts';
import { drawShift, shiftRange, type ShiftCurve } from './draw-shift.ts';
import { drawTieTraces } from './draw-tie-traces.ts';
import { DrawnCanvas, type Draw } from './DrawnCanvas.tsx';
import styles from './ties.module.css';
import { TimeEdge } from './TimeEdge.tsx';
import { TopEdge } from './TopEdge.tsx';

interface TieGridProps {
  readonly detail: TieDetail;
  /** Of line 1 and of line 2. */
  readonly names: readonly [string, string];
}

/** All that is seen over time, on one axis: traces, their difference, costs with the warping path, and its shift. */
export const TieGrid = ({ detail, names }: TieGridProps) => (
  <div className={styles['grid']} data-has-warp={detail.warp !== null}>
    <div className={section['corner']} aria-hidden />
    <TimeEdge detail={detail} />
    <Traces detail={detail} names={names} />
    <Warping detail={detail} />
  </div>
);

function Traces({ detail, names }: TieGridProps) {
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
    <>
      <TopEdge column={2} title="Traces" hint={`${names[0]} thin, ${names[1]} broad, as stored`} />
      <div className={styles['plot']} style={{ gridColumn: 2 }}>
        <DrawnCanvas label={`Traces of ${names.join(' and ')} over each other`} testId="tie-traces" draw={drawBoth} />
      </div>
      <TopEdge column={3} title="Difference" hint={`${names[1]} less ${names[0]}, at the scale of the traces`} />
      <div className={styles['plot']} style={{ gridColumn: 3 }}>
        <DrawnCanvas label={`${names[1]} less ${names[0]}`} testId="tie-difference" draw={drawDifference} />
      </div>
    </>
  );
}

function Warping({ detail }: { readonly detail: TieDetail }) {
  const { warp, estimate, maxLag, axis } = detail;
  const costs = useMemo(() => tieCosts(detail), [detail]);
  const drawCosts: Draw = useCallback(
    (context, size, colourOf) => drawCost(context, size, costs, warp?.path ?? null, colourOf),
    [costs, warp],
  );
  const mostMs = (maxLag + 0.5) * axis.intervalMs;
  return (
    <>
      <TopEdge
        column={4}
        title="Cost, lag (ms)"
        hint="|a − b| at each lag, phase and gain made equal: the stronger, the dearer. The line is the cheapest path."
        range={[-mostMs, mostMs]}
      />
      <div className={styles['plot']} style={{ gridColumn: 4 }}>
        <DrawnCanvas label="Costs over lag and time, with the warping path" testId="tie-costs" draw={drawCosts} />
      </div>
      {warp === null ? (
        <p className={styles['noPath']}>No path runs through the gate: too little is heard of both traces.</p>
      ) : (
        <Shift curve={{ shiftMs: warp.shiftMs, confidence: warp.confidence, constantMs: estimate?.shiftMs ?? null }} />
      )}
    </>
  );
}

function Shift({ curve: { shiftMs, confidence, constantMs } }: { readonly curve: ShiftCurve }) {
  const curve = useMemo(() => ({ shiftMs, confidence, constantMs }), [shiftMs, confidence, constantMs]);
  const draw: Draw = useCallback((context, size, colourOf) => drawShift(context, size, curve, colourOf), [curve]);
  return (
    <>
      <TopEdge
        column={5}
        title="Shift (ms)"
        hint="The path’s shift over time. Dashed: the constant shift. The area is the confidence, 0 at the left edge to 1 at the right."
        range={shiftRange(curve)}
      />
      <div className={styles['plot']} style={{ gridColumn: 5 }}>
        <DrawnCanvas label="Shift over time, with its confidence" testId="tie-shift" draw={draw} />
      </div>
    </>
  );
}
