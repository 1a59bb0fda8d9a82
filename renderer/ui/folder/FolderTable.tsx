import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import styles from './folder.module.css';
import { FolderHeads } from './FolderHeads.tsx';
import { FolderRow } from './FolderRow.tsx';
import type { FolderOrder, SurveyFile } from './folder-rows.ts';
import { selectAll, selectRow, type RowSelection, type SelectMode } from './row-selection.ts';

const ROW_HEIGHT = 26;
const PAGE_ROWS = 12;

interface FolderTableProps {
  readonly rows: readonly SurveyFile[];
  readonly order: FolderOrder;
  readonly selection: RowSelection;
  /** Said where there is no row. */
  readonly emptyText: string;
  readonly onOrder: (order: FolderOrder) => void;
  readonly onSelect: (selection: RowSelection) => void;
  readonly onOpen: (paths: readonly string[]) => void;
}

/** The surveys of a folder. Arrows move, Shift extends, Space adds, Ctrl+A takes all, Enter opens. */
export function FolderTable({ rows, order, selection, emptyText, onOrder, onSelect, onOpen }: FolderTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  });
  useEffect(() => scroller.current?.focus(), []);

  const current = rows.findIndex(({ path }) => path === selection.current);
  const select = (index: number, mode: SelectMode): void => {
    const target = Math.min(Math.max(index, 0), rows.length - 1);
    onSelect(selectRow(selection, rows, target, mode));
    if (target >= 0) virtual.scrollToIndex(target);
  };

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
    if (target !== undefined) select(target, event.shiftKey ? 'range' : 'only');
    else if (event.key === ' ') select(current, 'toggle');
    else if (event.key === 'Enter') onOpen([...selection.paths]);
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) onSelect(selectAll(selection, rows));
    else return;
    event.preventDefault();
  };

  const modeOf = ({ shiftKey, ctrlKey, metaKey }: MouseEvent): SelectMode =>
    shiftKey ? 'range' : ctrlKey || metaKey ? 'toggle' : 'only';

  return (
    <div className={styles['table']}>
      <FolderHeads order={order} onOrder={onOrder} />
      <div
        ref={scroller}
        className={styles['rows']}
        role="listbox"
        tabIndex={0}
        aria-label="Surveys in the folder"
        aria-multiselectable
        aria-activedescendant={current >= 0 ? `folder-row-${current}` : undefined}
        onKeyDown={onKeyDown}
      >
        {rows.length === 0 && <p className={styles['empty']}>{emptyText}</p>}
        <div className={styles['canvas']} style={{ height: virtual.getTotalSize() }} role="presentation">
          {virtual.getVirtualItems().map(({ index, start }) => (
            <FolderRow
              key={rows[index]!.path}
              id={`folder-row-${index}`}
              file={rows[index]!}
              top={start}
              isSelected={selection.paths.has(rows[index]!.path)}
              isCurrent={index === current}
              onSelect={(event) => select(index, modeOf(event))}
              onOpen={() => onOpen([rows[index]!.path])}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
