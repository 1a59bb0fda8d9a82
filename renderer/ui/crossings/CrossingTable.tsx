import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { isSameRef, type CrossingRef } from '../../state/crossings/crossing-at.ts';
import { useKeptScroll } from '../controls/use-kept-scroll.ts';
import { CrossingHeads } from './CrossingHeads.tsx';
import type { CrossingOrder, CrossingRow } from '../../state/crossings/crossing-rows.ts';
import { CrossingRowView } from './CrossingRowView.tsx';
import styles from './crossings.module.css';

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
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  });
  useKeptScroll(scroller, virtual);
  const current = rows.findIndex(({ ref }) => isSameRef(ref, selected));
  // Also where it was chosen on the map, in 3D or by a key.
  useEffect(() => {
    if (current >= 0) virtual.scrollToIndex(current);
  }, [virtual, current]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + PAGE_ROWS,
      PageUp: current - PAGE_ROWS,
      Home: 0,
      End: rows.length - 1,
    };
    const target = moves[event.key];
    if (target === undefined && event.key !== 'Enter') {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (isPlain && onOtherKey(event.key.toLowerCase())) event.preventDefault();
      return;
    }
    const row = rows[target === undefined ? current : Math.min(Math.max(target, 0), rows.length - 1)];
    if (row === undefined) return;
    if (target === undefined) onOpen(row.ref);
    else onSelect(row.ref);
    event.preventDefault();
  };

  return (
    <div className={styles['table']}>
      <CrossingHeads order={order} onOrder={onOrder} />
      <div
        ref={scroller}
        className={styles['rows']}
        role="listbox"
        tabIndex={0}
        aria-label="Crossings"
        aria-activedescendant={current >= 0 ? `crossing-row-${current}` : undefined}
        onKeyDown={onKeyDown}
      >
        {rows.length === 0 && <p className={styles['empty']}>{emptyText}</p>}
        <div className={styles['canvas']} style={{ height: virtual.getTotalSize() }} role="presentation">
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
