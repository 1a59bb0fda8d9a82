import type { CrosslineFault } from '../../../shared/errors.ts';
import styles from './headers.module.css';

interface ExpressionFaultProps {
  readonly fault: Extract<CrosslineFault, { code: 'wrong-expression' }>;
}

/** The expression with the part that is wrong marked, and why. */
export function ExpressionFault({ fault: { expression, start, end, detail } }: ExpressionFaultProps) {
  // Where something is missing there is nothing to mark but the place.
  const part = start === end ? ' ' : expression.slice(start, end);
  return (
    <div className={styles['wrong']} role="status" data-testid="expression-fault">
      <code>
        {expression.slice(0, start)}
        <mark>{part}</mark>
        {expression.slice(end)}
      </code>
      <span>{detail}</span>
    </div>
  );
}
