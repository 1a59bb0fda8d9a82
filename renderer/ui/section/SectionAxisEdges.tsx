import { Fragment } from 'react';
import type { EdgeAxis, SectionAxes } from './section-axes.ts';
import styles from './section.module.css';

/** Half of a label's width: labels at the ends move inwards rather than being cut. */
const halfWidth = (label: string): string => `${label.length / 2 + 0.5}ch`;

/** Tick labels along the top and the left of the section, and of a 2D line along its bottom. */
export function SectionAxisEdges({ axes }: { readonly axes: SectionAxes }) {
  return (
    <>
      <div className={styles['corner']} aria-hidden />
      <div className={styles['top']} data-testid="section-axis-top">
        <span className={styles['topTitle']}>{axes.top.title}</span>
        {axes.top.ticks.map(({ at, label }) => (
          <Fragment key={label}>
            <span className={styles['topMark']} style={{ left: at }} />
            <span
              className={styles['topTick']}
              style={{ left: `clamp(${halfWidth(label)}, ${at}px, 100% - ${halfWidth(label)})` }}
            >
              {label}
            </span>
          </Fragment>
        ))}
      </div>
      {axes.bottom !== null && <BottomEdge axis={axes.bottom} />}
      <div className={styles['left']} data-testid="section-axis-left">
        <span className={styles['leftTitle']}>{axes.left.title}</span>
        {axes.left.ticks.map(({ at, label }) => (
          <Fragment key={label}>
            <span className={styles['leftMark']} style={{ top: at }} />
            <span className={styles['leftTick']} style={{ top: `clamp(7px, ${at}px, 100% - 7px)` }}>
              {label}
            </span>
          </Fragment>
        ))}
      </div>
    </>
  );
}

const BottomEdge = ({ axis }: { readonly axis: EdgeAxis }) => (
  <>
    <div className={styles['bottomCorner']} aria-hidden />
    <div className={styles['bottom']} data-testid="section-axis-bottom">
      <span className={styles['bottomTitle']}>{axis.title}</span>
      {axis.ticks.map(({ at, label }) => (
        <Fragment key={label}>
          <span className={styles['bottomMark']} style={{ left: at }} />
          <span
            className={styles['bottomTick']}
            style={{ left: `clamp(${halfWidth(label)}, ${at}px, 100% - ${halfWidth(label)})` }}
          >
            {label}
          </span>
        </Fragment>
      ))}
    </div>
  </>
);
