import type { ComponentProps, ReactNode } from 'react';
import styles from './controls.module.css';
import { Tip } from './Tip.tsx';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** What it does: tooltip and accessible name. */
  readonly label: string;
  readonly shortcut?: string;
  readonly children: ReactNode;
}

export function IconButton({ label, shortcut, children, ...props }: IconButtonProps) {
  return (
    <Tip text={label} shortcut={shortcut}>
      <button type="button" className={styles['icon']} aria-label={label} {...props}>
        {children}
      </button>
    </Tip>
  );
}
