import { Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './controls.module.css';

interface TipProps {
  readonly text: string;
  /** The key that does the same. */
  readonly shortcut?: string | undefined;
  readonly children: ReactNode;
}

/** Explains what it wraps, on hover and on focus. */
export function Tip({ text, shortcut, children }: TipProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className={styles['tooltip']} sideOffset={4} collisionPadding={8}>
          {text}
          {shortcut !== undefined && <kbd className={styles['kbd']}>{shortcut}</kbd>}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
