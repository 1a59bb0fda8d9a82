import type { ReactNode } from 'react';
import styles from './shell.module.css';

/** Says why a panel is empty. */
export const EmptyNote = ({ children }: { readonly children: ReactNode }) => (
  <p className={styles['empty']}>{children}</p>
);
