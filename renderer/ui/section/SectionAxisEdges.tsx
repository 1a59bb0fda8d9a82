import type { SectionAxes } from './section-axes.ts';
import styles from './section.module.css';

/** Tick labels along the top and the left of the section. */
export function SectionAxisEdges({ axes }: { readonly axes: SectionAxes }) {
  return (
    <>
      <div className={styles['corner']} aria-hidden />
      <div className={styles['top']} data-testid="section-axis-top">
        <span className={styles['topTitle']}>{axes.top.title}</span>
        {axes.top.ticks.map(({ at, label }) => (
          <span key={label} className={styles['topTick']} style={{ left: at }}>
            {label}
          </span>
        ))}
      </div>
      <div className={styles['left']} data-testid="section-axis-left">
        <span className={styles['leftTitle']}>{axes.left.title}</span>
        {axes.left.ticks.map(({ at, label }) => (
          <span key={label} className={styles['leftTick']} style={{ top: at }}>
            {label}
          </span>
        ))}
      </div>
    </>
  );
}
