import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { describeFault, type CrosslineFault } from '../../../shared/errors.ts';
import styles from './controls.module.css';

interface FaultNoteProps {
  readonly fault: CrosslineFault;
  /** Buttons: what can be done about it here. */
  readonly actions?: ReactNode;
}

/** What went wrong and what to do, where it happened. */
export function FaultNote({ fault, actions }: FaultNoteProps) {
  const { message, advice } = describeFault(fault);
  return (
    <div className={styles['fault']} role="alert" data-testid="fault" data-fault-code={fault.code}>
      <TriangleAlert aria-hidden />
      <div className={styles['faultText']}>
        <p>{message}</p>
        <p className={styles['faultAdvice']}>{advice}</p>
        {actions !== undefined && <div className={styles['faultActions']}>{actions}</div>}
      </div>
    </div>
  );
}
