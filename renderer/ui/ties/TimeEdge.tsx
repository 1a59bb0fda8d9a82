import { Fragment, useRef } from 'react';
import type { TieDetail } from '../../../shared/ties/tie-detail.ts';
import { useElementSize } from '../../bindings/use-element-size.ts';
import { tickLabel, tickValues } from '../../scene/ticks.ts';
import { gateTimes } from '../../state/ties/tie-times.ts';
import section from '../section/section.module.css';
import { rowOfSample } from './sample-rows.ts';

/** CSS pixels that a label with its gap takes along the left edge. */
const LEFT_SPACING = 36;

/** The times of the gate down the left, for all columns. */
export function TimeEdge({ detail }: { readonly detail: TieDetail }) {
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
