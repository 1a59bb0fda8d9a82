import { useEffect, type KeyboardEvent } from 'react';
import { isSameRef, type CrossingRef } from '../../state/crossings/crossing-at.ts';
import type { CrossingOrder, CrossingRow } from '../../state/crossings/crossing-rows.ts';
import { rowAfterKey } from '../table/row-after-key.ts';
import { SortHeads } from '../table/SortHeads.tsx';
import { useVirtualRows } from '../table/use-virtual-rows.ts';
import { COLUMNS } from './crossing-columns.ts';
import { CrossingRowView } from './CrossingRowView.tsx';
import styles from './crossings.module.css';
import table from '../table/table.module.css';

const ROW_HEIGHT = 22;
const PAGE_ROWS = 10;

interface CrossingTableProps {
  readonly rows: readonly CrossingRow[];
  readonly order: CrossingOrder;
  readonly selected: CrossingRef | null;
  readonly isLinked: boolean;
  /** Said where there is no row. */
  readonly emptyText: string;
  readonly onOrder: (order: CrossingOrder) => void;
  readonly onSelect: (ref: CrossingRef) => void;
  readonly onOpen: (ref: CrossingRef) => void;
  /** A list keeps all keys: these are not its own. True where the key meant something. */
  readonly onOtherKey: (key: string) => boolean;
}

/** One row a place. Arrows move, Enter or a click opens both sections. */
export function CrossingTable(props: CrossingTableProps) {
  const { rows, order, selected, isLinked, emptyText, onOrder, onSelect, onOpen, onOtherKey } = props;
  const { scroller, virtual } = useVirtualRows(rows.length, ROW_HEIGHT);
  const current = rows.findIndex(({ ref }) => isSameRef(ref, selected));
  // Also where it was chosen on the map, in 3D or by a key.
  useEffect(() => {
    if (current >= 0) virtual.scrollToIndex(current);
  }, [virtual, current]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const target = rowAfterKey(event.key, current, rows.length, PAGE_ROWS);
    if (target === null && event.key !== 'Enter') {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (isPlain && onOtherKey(event.key.toLowerCase())) event.preventDefault();
      return;
    }
    const row = rows[target ?? current];
    if (row === undefined) return;
    if (target === null) onOpen(row.ref);
    else onSelect(row.ref);
    event.preventDefault();
  };

  return (
    <div className={styles['table']}>
      <SortHeads columns={COLUMNS} order={order} className={styles['columns']} onOrder={onOrder} />
      <div
        ref={scroller}
        className={`${table['rows']!} ${styles['rows']!}`}
        role="listbox"
        tabIndex={0}
        aria-label="Crossings"
        aria-activedescendant={current >= 0 ? `crossing-row-${current}` : undefined}
        onKeyDown={onKeyDown}
      >
        {rows.length === 0 && <p className={table['empty']}>{emptyText}</p>}
        <div className={table['canvas']} style={{ height: virtual.getTotalSize() }} role="presentation">
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index]!;
            return (
              <CrossingRowView
                key={`${row.ref.kind} ${row.ref.index}`}
                id={`crossing-row-${index}`}
                row={row}
                top={start}
                isCurrent={index === current}
                isLinked={isLinked}
                onOpen={() => onOpen(row.ref)}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
