import { Fragment, useRef } from 'react';
import { useElementSize } from '../../bindings/use-element-size.ts';
import section from '../section/section.module.css';
import { valueTicksAcross } from './ticks-across.ts';
import styles from './ties.module.css';

interface TopEdgeProps {
  /** Of the grid, from 1. */
  readonly column: number;
  readonly title: string;
  readonly hint: string;
  /** Of the values across; null: there are none to be read off. */
  readonly range?: readonly [low: number, high: number] | null;
}

/** What a column shows, and its values across. */
export function TopEdge({ column, title, hint, range = null }: TopEdgeProps) {
  const edge = useRef<HTMLDivElement>(null);
  const width = useElementSize(edge)?.width ?? 0;
  const ticks = range === null || width === 0 ? [] : valueTicksAcross(range[0], range[1], width);
  return (
    <div ref={edge} className={styles['head']} style={{ gridArea: `1 / ${column}` }} title={hint}>
      <span className={styles['title']}>{title}</span>
      {range !== null &&
        ticks.map(({ value, label }) => {
          const left = ((value - range[0]) / (range[1] - range[0])) * width;
          return (
            <Fragment key={label}>
              <span className={section['topMark']} style={{ left }} />
              <span className={section['topTick']} style={{ left }}>
                {label}
              </span>
            </Fragment>
          );
        })}
    </div>
  );
}
