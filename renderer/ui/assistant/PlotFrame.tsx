import type { ReactNode } from 'react';
import styles from './assistant.module.css';

export interface PlotTick {
  /** Share of the plot's width or height, 0 to 1. */
  readonly at: number;
  readonly label: string;
}

export interface PlotAxis {
  readonly title: string;
  readonly ticks: readonly PlotTick[];
}

interface PlotFrameProps {
  readonly title: string;
  readonly top: PlotAxis;
  readonly left: PlotAxis;
  readonly children: ReactNode;
}

/** CSS pixels beside the labels on the left: the axis title, and gaps. */
const LEFT_ROOM = 28;

/** A picture with labels along its top and its left. */
export function PlotFrame({ title, top, left, children }: PlotFrameProps) {
  const longest = left.ticks.reduce((length, { label }) => Math.max(length, label.length), 0);
  return (
    <figure
      className={styles['plot']}
      style={{ gridTemplateColumns: `calc(${longest}ch + ${LEFT_ROOM}px) minmax(0, 1fr)` }}
      role="group"
      aria-label={title}
    >
      <figcaption className={styles['plotTop']}>
        <span className={styles['plotTitle']}>{title}</span>
        <span className={styles['axisTitle']}>{top.title}</span>
        {top.ticks.map(({ at, label }) => (
          <span key={label} className={styles['topTick']} style={{ left: insideOf(at, label) }}>
            {label}
          </span>
        ))}
      </figcaption>
      <div className={styles['plotLeft']} aria-hidden>
        <span className={styles['axisTitle']}>{left.title}</span>
        {left.ticks.map(({ at, label }) => (
          <span key={label} className={styles['leftTick']} style={{ top: `clamp(7px, ${at * 100}%, 100% - 7px)` }}>
            {label}
          </span>
        ))}
      </div>
      <div className={styles['plotPicture']}>{children}</div>
    </figure>
  );
}

/** Labels at the ends move inwards rather than being cut. */
const insideOf = (at: number, label: string): string =>
  `clamp(${label.length / 2 + 0.5}ch, ${at * 100}%, 100% - ${label.length / 2 + 0.5}ch)`;
