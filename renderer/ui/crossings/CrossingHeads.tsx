import { ChevronDown, ChevronUp } from 'lucide-react';
import { COLUMNS } from './crossing-columns.ts';
import type { CrossingOrder } from '../../state/crossings/crossing-rows.ts';
import styles from './crossings.module.css';

interface CrossingHeadsProps {
  readonly order: CrossingOrder;
  readonly onOrder: (order: CrossingOrder) => void;
}

/** Titles that sort: the same once more turns the order round. */
export const CrossingHeads = ({ order, onOrder }: CrossingHeadsProps) => (
  <div className={styles['heads']}>
    {COLUMNS.map(({ column, title, hint, isNumber }) => {
      const isSorted = order.column === column;
      const direction = order.isDescending ? 'descending' : 'ascending';
      return (
        <button
          key={column}
          type="button"
          className={styles['head']}
          data-number={isNumber}
          title={hint}
          aria-label={isSorted ? `${title}, sorted ${direction}` : `Sort by ${title}`}
          onClick={() => onOrder({ column, isDescending: isSorted && !order.isDescending })}
        >
          {title}
          {isSorted && (order.isDescending ? <ChevronDown aria-hidden /> : <ChevronUp aria-hidden />)}
        </button>
      );
    })}
  </div>
);
