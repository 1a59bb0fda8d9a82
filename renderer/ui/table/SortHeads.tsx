import { ChevronDown, ChevronUp } from 'lucide-react';
import styles from './table.module.css';

export interface SortOrder<Column extends string> {
  readonly column: Column;
  readonly isDescending: boolean;
}

export interface SortColumn<Column extends string> {
  readonly column: Column;
  readonly title: string;
  /** What it is, where the title does not say all. */
  readonly hint?: string;
  /** Numbers stand right. */
  readonly isNumber: boolean;
}

interface SortHeadsProps<Column extends string> {
  readonly columns: readonly SortColumn<Column>[];
  readonly order: SortOrder<Column>;
  /** Class of the columns' widths. */
  readonly className: string | undefined;
  readonly onOrder: (order: SortOrder<Column>) => void;
}

/** Titles that sort: the same once more turns the order round. */
export const SortHeads = <Column extends string>({ columns, order, className, onOrder }: SortHeadsProps<Column>) => (
  <div className={`${styles['heads']!} ${className!}`}>
    {columns.map(({ column, title, hint, isNumber }) => {
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
