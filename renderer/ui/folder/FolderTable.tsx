import { useEffect, type KeyboardEvent, type MouseEvent } from 'react';
import { rowAfterKey } from '../table/row-after-key.ts';
import { SortHeads } from '../table/SortHeads.tsx';
import { useVirtualRows } from '../table/use-virtual-rows.ts';
import { COLUMNS } from './folder-cells.ts';
import styles from './folder.module.css';
import table from '../table/table.module.css';
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
  const { scroller, virtual } = useVirtualRows(rows.length, ROW_HEIGHT);
  useEffect(() => scroller.current?.focus(), [scroller]);

  const current = rows.findIndex(({ path }) => path === selection.current);
  const select = (index: number, mode: SelectMode): void => {
    onSelect(selectRow(selection, rows, index, mode));
    virtual.scrollToIndex(index);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const target = rowAfterKey(event.key, current, rows.length, PAGE_ROWS);
    if (target !== null) select(target, event.shiftKey ? 'range' : 'only');
    else if (event.key === ' ' && rows.length > 0) select(Math.max(current, 0), 'toggle');
    else if (event.key === 'Enter') onOpen([...selection.paths]);
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) onSelect(selectAll(selection, rows));
    else return;
    event.preventDefault();
  };

  const modeOf = ({ shiftKey, ctrlKey, metaKey }: MouseEvent): SelectMode =>
    shiftKey ? 'range' : ctrlKey || metaKey ? 'toggle' : 'only';

  return (
    <div className={styles['table']}>
      <SortHeads columns={COLUMNS} order={order} className={styles['columns']} onOrder={onOrder} />
      <div
        ref={scroller}
        className={`${table['rows']!} ${styles['rows']!}`}
        role="listbox"
        tabIndex={0}
        aria-label="Surveys in the folder"
        aria-multiselectable
        aria-activedescendant={current >= 0 ? `folder-row-${current}` : undefined}
        onKeyDown={onKeyDown}
      >
        {rows.length === 0 && <p className={table['empty']}>{emptyText}</p>}
        <div className={table['canvas']} style={{ height: virtual.getTotalSize() }} role="presentation">
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
