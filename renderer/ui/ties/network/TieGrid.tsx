import { useEffect, type KeyboardEvent, type ReactNode } from 'react';
import { rowAfterKey } from '../../table/row-after-key.ts';
import { useVirtualRows } from '../../table/use-virtual-rows.ts';
import table from '../../table/table.module.css';
import styles from './ties.module.css';

const ROW_HEIGHT = 22;
const PAGE_ROWS = 8;

export interface TieColumn<Row> {
  readonly title: string;
  /** What it is, where the title does not say all. */
  readonly hint: string;
  /** Numbers stand right. */
  readonly isNumber: boolean;
  readonly cell: (row: Row) => ReactNode;
}

interface TieGridProps<Row> {
  readonly name: string;
  /** Tells the grids of the page apart: class of the columns' widths, and ids of rows. */
  readonly kind: 'lines' | 'crossings';
  readonly columns: readonly TieColumn<Row>[];
  readonly rows: readonly Row[];
  readonly current: number;
  readonly isDimmed: (row: Row) => boolean;
  readonly onCurrent: (row: Row) => void;
  /** By the space bar. */
  readonly onToggle: (row: Row) => void;
  readonly onEnter: (row: Row) => void;
  readonly onHover: (row: Row | null) => void;
}

/** Rows of one height. Arrows move, the space bar toggles, Enter goes there. */
export function TieGrid<Row>(props: TieGridProps<Row>) {
  const { name, kind, columns, rows, current, isDimmed, onCurrent, onToggle, onEnter, onHover } = props;
  const { scroller, virtual } = useVirtualRows(rows.length, ROW_HEIGHT);
  useEffect(() => {
    if (current >= 0) virtual.scrollToIndex(current);
  }, [virtual, current]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const target = rowAfterKey(event.key, current, rows.length, PAGE_ROWS);
    const row = rows[target ?? current];
    if (row === undefined) return;
    if (target !== null) onCurrent(row);
    else if (event.key === ' ') onToggle(row);
    else if (event.key === 'Enter') onEnter(row);
    else return;
    event.preventDefault();
  };

  return (
    <div
      className={styles['grid']}
      data-kind={kind}
      role="grid"
      tabIndex={0}
      aria-label={name}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={current >= 0 ? `tie-${kind}-${current}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div className={`${table['heads']!} ${styles['columns']!} ${styles['heads']!}`} role="row" aria-rowindex={1}>
        {columns.map(({ title, hint, isNumber }) => (
          <span
            key={title}
            className={`${table['head']!} ${styles['head']!}`}
            role="columnheader"
            data-number={isNumber}
            title={hint}
          >
            {title}
          </span>
        ))}
      </div>
      <div ref={scroller} className={`${table['rows']!} ${styles['rows']!}`} role="presentation">
        <div className={table['canvas']} style={{ height: virtual.getTotalSize() }} role="presentation">
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index]!;
            return (
              <div
                key={index}
                id={`tie-${kind}-${index}`}
                className={`${table['row']!} ${styles['columns']!}`}
                style={{ transform: `translateY(${start}px)` }}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={index === current}
                data-current={index === current}
                data-dimmed={isDimmed(row)}
                onClick={() => onCurrent(row)}
                onDoubleClick={() => onEnter(row)}
                onPointerEnter={() => onHover(row)}
                onPointerLeave={() => onHover(null)}
              >
                {columns.map(({ title, isNumber, cell }) => (
                  <span key={title} className={table['cell']} role="gridcell" data-number={isNumber}>
                    {cell(row)}
                  </span>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
