import { useVirtualizer } from '@tanstack/react-virtual';
import { File, Folder } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { FolderEntry } from '../../../shared/contract.ts';
import { formatBytes } from '../shell/format.ts';
import styles from './browser.module.css';

const ROW_HEIGHT = 26;
const PAGE_ROWS = 10;

interface FolderListProps {
  readonly entries: readonly FolderEntry[];
  readonly emptyText?: string;
  readonly onSelect: (entry: FolderEntry | null) => void;
  readonly onOpen: (entry: FolderEntry) => void;
  readonly onParent: () => void;
}

/** A folder's entries. Arrows move, Enter opens, Backspace goes up; only the rows in view are in the page. */
export function FolderList({
  entries,
  emptyText = 'This folder is empty.',
  onSelect,
  onOpen,
  onParent,
}: FolderListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(-1);
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });

  // The list is there to be moved through at once; each folder is a list of its own.
  useEffect(() => scroller.current?.focus(), []);

  const select = (index: number): void => {
    const target = Math.min(Math.max(index, 0), entries.length - 1);
    setCurrent(target);
    onSelect(entries[target] ?? null);
    if (target >= 0) rows.scrollToIndex(target);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const entry = entries[current];
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + PAGE_ROWS,
      PageUp: current - PAGE_ROWS,
      Home: 0,
      End: entries.length - 1,
    };
    const target = moves[event.key];
    if (target !== undefined) select(target);
    else if (event.key === 'Enter' && entry !== undefined) onOpen(entry);
    else if (event.key === 'Backspace') onParent();
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      className={styles['list']}
      // An empty list box would be one whose options are missing.
      role={entries.length === 0 ? 'group' : 'listbox'}
      tabIndex={0}
      aria-label="Files and folders"
      aria-activedescendant={current >= 0 ? `entry-${current}` : undefined}
      onKeyDown={onKeyDown}
    >
      {entries.length === 0 && <p className={styles['hint']}>{emptyText}</p>}
      <div className={styles['rows']} style={{ height: rows.getTotalSize() }} role="presentation">
        {rows.getVirtualItems().map(({ index, start }) => {
          const entry = entries[index]!;
          return (
            <div
              key={entry.path}
              id={`entry-${index}`}
              className={styles['entry']}
              style={{ transform: `translateY(${start}px)` }}
              role="option"
              aria-selected={index === current}
              onClick={() => select(index)}
              onDoubleClick={() => onOpen(entry)}
            >
              {entry.kind === 'folder' ? <Folder aria-hidden /> : <File aria-hidden />}
              <span className={styles['entryName']}>{entry.name}</span>
              <span className={styles['entrySize']}>{entry.kind === 'file' ? formatBytes(entry.bytes) : ''}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
