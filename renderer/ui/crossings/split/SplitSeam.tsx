import type { Split } from '../../../state/crossings/split.ts';
import styles from './split.module.css';

interface SplitSeamProps {
  readonly split: Split;
  /** CSS pixels from the left of the canvas. */
  readonly at: number;
}

/** Where the lines meet, and where that is on the ground. */
export const SplitSeam = ({ split, at }: SplitSeamProps) => (
  <div
    className={styles['seam']}
    style={{ transform: `translateX(${Math.round(at - 0.5)}px)` }}
    data-testid="split-seam"
  >
    <span className={styles['seamLabel']}>
      {split.ref.kind === 'overlap' ? 'Overlap from ' : ''}X {split.x.toFixed(2)} Y {split.y.toFixed(2)}
    </span>
  </div>
);
