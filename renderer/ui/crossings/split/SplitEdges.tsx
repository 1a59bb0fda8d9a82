import { Fragment } from 'react';
import type { EdgeAxis } from '../../section/section-axes.ts';
import section from '../../section/section.module.css';
import type { PartAxis, SplitAxes } from './split-axes.ts';
import styles from './split.module.css';

/** Line names with their CDP or trace numbers along the top, time or depth down the left. */
export const SplitEdges = ({ axes }: { readonly axes: SplitAxes }) => (
  <>
    <div className={section['corner']} aria-hidden />
    <div className={section['top']} data-testid="split-axis-top">
      {axes.parts.map((part) => (
        <PartEdge key={part.side} part={part} />
      ))}
    </div>
    <LeftEdge axis={axes.left} />
  </>
);

/** Narrower than this there is room for marks alone. */
const LEAST_TITLE_WIDTH = 60;

const PartEdge = ({ part }: { readonly part: PartAxis }) => (
  <>
    {part.right - part.left >= LEAST_TITLE_WIDTH && (
      <span
        className={styles['partTitle']}
        data-side={part.side}
        style={{ left: part.left, width: part.right - part.left }}
      >
        <strong>{part.name}</strong> {part.title}
      </span>
    )}
    {part.ticks.map(({ at, label }) => (
      <Fragment key={label}>
        <span className={section['topMark']} style={{ left: at }} />
        {hasRoom(part, at, label) && (
          <span className={section['topTick']} style={{ left: at }}>
            {label}
          </span>
        )}
      </Fragment>
    ))}
  </>
);

/** CSS pixels of a digit of the axes' font, rounded up. */
const DIGIT_WIDTH = 7;

/** Labels of the two lines must not run into each other at the seam, nor beyond the canvas. */
function hasRoom({ left, right }: PartAxis, at: number, label: string): boolean {
  const half = (label.length / 2) * DIGIT_WIDTH;
  return at - half >= left && at + half <= right;
}

const LeftEdge = ({ axis }: { readonly axis: EdgeAxis }) => (
  <div className={section['left']} data-testid="split-axis-left">
    <span className={section['leftTitle']}>{axis.title}</span>
    {axis.ticks.map(({ at, label }) => (
      <Fragment key={label}>
        <span className={section['leftMark']} style={{ top: at }} />
        <span className={section['leftTick']} style={{ top: `clamp(7px, ${at}px, 100% - 7px)` }}>
          {label}
        </span>
      </Fragment>
    ))}
  </div>
);
