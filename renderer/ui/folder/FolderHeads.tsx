import { ChevronDown, ChevronUp } from 'lucide-react';
import styles from './folder.module.css';
import { COLUMNS } from './folder-cells.ts';
import type { FolderOrder } from './folder-rows.ts';

interface FolderHeadsProps {
  readonly order: FolderOrder;
  readonly onOrder: (order: FolderOrder) => void;
}

/** Titles that sort: the same once more turns the order round. */
export const FolderHeads = ({ order, onOrder }: FolderHeadsProps) => (
  <div className={styles['heads']}>
    {COLUMNS.map(({ column, title, isNumber }) => {
      const isSorted = order.column === column;
      const direction = order.isDescending ? 'descending' : 'ascending';
      return (
        <button
          key={column}
          type="button"
          className={styles['head']}
          data-number={isNumber}
          aria-label={isSorted ? `${title}, sorted ${direction}` : `Sort by ${title.toLowerCase()}`}
          onClick={() => onOrder({ column, isDescending: isSorted && !order.isDescending })}
        >
          {title}
          {isSorted && (order.isDescending ? <ChevronDown aria-hidden /> : <ChevronUp aria-hidden />)}
        </button>
      );
    })}
  </div>
);
