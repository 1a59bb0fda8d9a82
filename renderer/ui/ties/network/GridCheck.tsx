import { Square, SquareCheck } from 'lucide-react';
import styles from './ties.module.css';

interface GridCheckProps {
  readonly label: string;
  readonly isChecked: boolean;
  readonly onToggle: () => void;
}

/** In a cell of a grid: the space bar on the row toggles it likewise, so it is no stop of its own. */
export function GridCheck({ label, isChecked, onToggle }: GridCheckProps) {
  const Icon = isChecked ? SquareCheck : Square;
  return (
    <button
      type="button"
      className={styles['gridCheck']}
      role="checkbox"
      aria-checked={isChecked}
      aria-label={label}
      tabIndex={-1}
      // The grid keeps the keys.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        event.stopPropagation();
        onToggle();
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Icon aria-hidden />
    </button>
  );
}
