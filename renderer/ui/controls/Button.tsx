import type { ComponentProps } from 'react';
import styles from './controls.module.css';

interface ButtonProps extends ComponentProps<'button'> {
  /** The one action that a view is there for. */
  readonly isPrimary?: boolean;
}

export function Button({ isPrimary = false, className, ...props }: ButtonProps) {
  const classes = [styles['button'], isPrimary ? styles['primary'] : '', className ?? ''].join(' ');
  return <button type="button" className={classes} {...props} />;
}
