import type { ReactNode } from 'react';
import styles from './display.module.css';

interface DisplayRowProps {
  readonly label: string;
  readonly children: ReactNode;
}

export const DisplayRow = ({ label, children }: DisplayRowProps) => (
  <div className={styles['row']}>
    <span className={styles['label']} aria-hidden>
      {label}
    </span>
    {children}
  </div>
);
