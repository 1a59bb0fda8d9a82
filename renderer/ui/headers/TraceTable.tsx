import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useImperativeHandle, useState, type KeyboardEvent, type Ref } from 'react';
import { columnName } from '../../../shared/headers/column-place.ts';
import type { FoundTrace } from '../../../shared/headers/header-calls.ts';
import { traceWordAt } from '../../../shared/headers/trace-words.ts';
import type { HeaderPlace } from '../../../shared/mapping/header-place.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { FaultNote } from '../controls/FaultNote.tsx';
import { EmptyNote } from '../shell/EmptyNote.tsx';
import { columnWidth, HEAD_HEIGHT, ROW_HEIGHT, TRACE_COLUMN_WIDTH } from './column-width.ts';
import styles from './headers.module.css';
import { contentHeight } from './scaled-scroll.ts';
import { TraceRow } from './TraceRow.tsx';
import type { RowSet } from './use-filter.ts';
import { useHeaderRows } from './use-header-rows.ts';
import { useScaledScroll } from './use-scaled-scroll.ts';

export interface TraceTableHandle {
  readonly showRow: (row: number, isCentred?: boolean) => void;
}

interface TraceTableProps {
  readonly ref: Ref<TraceTableHandle>;
  readonly rows: RowSet;
  readonly places: readonly HeaderPlace[];
  readonly current: FoundTrace | null;
  readonly onChoose: (found: FoundTrace, inputAtMs: number) => void;
}

/** Rows are traces, columns words. Only what is in view is in the page, and in the memory. */
export function TraceTable({ ref, rows, places, current, onChoose }: TraceTableProps) {
  const { headers, stores } = useViewer();
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const { topRow, viewportHeight, showRow } = useScaledScroll(scroller, {
    rowCount: rows.count,
    rowHeight: ROW_HEIGHT,
    headHeight: HEAD_HEIGHT,
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: places.length,
    getScrollElement: () => scroller,
    estimateSize: (index) => columnWidth(places[index]!),
    paddingStart: TRACE_COLUMN_WIDTH,
    overscan: 3,
  });
  const window = useHeaderRows(rows, places);
  const first = Math.floor(topRow);
  const last = Math.min(rows.count - 1, Math.ceil(topRow + viewportHeight / ROW_HEIGHT));

  useImperativeHandle(ref, () => ({ showRow }), [showRow]);
  useEffect(() => columns.measure(), [columns, places]);
  useEffect(() => window.show(first, last), [window, first, last]);

  const choose = (row: number, inputAtMs: number): void => {
    const target = Math.min(Math.max(row, 0), rows.count - 1);
    showRow(target);
    const known = window.rowAt(target);
    if (known !== null) {
      onChoose({ row: target, trace: known.trace }, inputAtMs);
      return;
    }
    // Far away, by a key: which trace it is must be asked for.
    headers.readRows({ ...rows, first: target, count: 1, places: [] }).then(
      ({ traces }) => onChoose({ row: target, trace: traces[0]! }, inputAtMs),
      () => undefined,
    );
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const at = current?.row ?? first - 1;
    const page = Math.max(1, Math.floor(viewportHeight / ROW_HEIGHT) - 1);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: rows.count - 1,
    };
    const target = moves[event.key];
    if (target === undefined) return;
    event.preventDefault();
    choose(target, event.timeStamp);
  };

  const plot = (place: HeaderPlace): void => stores.headers.setState({ tab: 'column', plotted: place });
  const shown = columns.getVirtualItems();
  const width = columns.getTotalSize();
  const height = contentHeight({ rowCount: rows.count, rowHeight: ROW_HEIGHT, viewportHeight });

  return (
    <div
      ref={setScroller}
      className={styles['table']}
      role="grid"
      tabIndex={0}
      aria-label="Trace headers"
      aria-rowcount={rows.count + 1}
      aria-colcount={places.length + 1}
      aria-activedescendant={current === null ? undefined : `trace-row-${current.row}`}
      data-testid="trace-table"
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ width, height: height + HEAD_HEIGHT }}>
        <div role="presentation" className={styles['tableView']} style={{ height: viewportHeight + HEAD_HEIGHT }}>
          <div role="row" aria-rowindex={1} className={styles['tableHead']} style={{ width, height: HEAD_HEIGHT }}>
            <div role="columnheader" className={styles['traceCell']} style={{ width: TRACE_COLUMN_WIDTH }}>
              Trace
            </div>
            {shown.map(({ index, start, size }) => {
              const place = places[index]!;
              return (
                <div
                  key={index}
                  role="columnheader"
                  aria-colindex={index + 2}
                  className={styles['headCell']}
                  style={{ left: start, width: size }}
                >
                  <button
                    type="button"
                    className={styles['headButton']}
                    title={`${traceWordAt(place)?.title ?? 'Bytes read in a way of your own'}. Click to plot it along the file`}
                    onClick={() => plot(place)}
                  >
                    <span className={styles['headName']}>{columnName(place)}</span>
                    <span className={styles['headPlace']}>
                      {place.byte} {place.type}
                    </span>
                  </button>
                </div>
              );
            })}
          </div>
          {Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i).map((row) => (
            <TraceRow
              key={row}
              row={row}
              top={HEAD_HEIGHT + (row - topRow) * ROW_HEIGHT}
              width={width}
              content={window.rowAt(row)}
              columns={shown}
              places={places}
              isCurrent={current?.row === row}
              onChoose={choose}
            />
          ))}
          {rows.count === 0 && <EmptyNote>No trace matches.</EmptyNote>}
          {window.fault !== null && <FaultNote fault={window.fault} />}
        </div>
      </div>
    </div>
  );
}
