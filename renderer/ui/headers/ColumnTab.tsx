import { Maximize2 } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useStore } from 'zustand';
import { columnName } from '../../../shared/headers/column-place.ts';
import type { HeaderDescription } from '../../../shared/headers/header-calls.ts';
import { lastByteOf } from '../../../shared/headers/header-word.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { Button } from '../controls/Button.tsx';
import { FaultNote } from '../controls/FaultNote.tsx';
import { EmptyNote } from '../shell/EmptyNote.tsx';
import { formatCount } from '../shell/format.ts';
import { bucketText } from './bucket-text.ts';
import { ColumnFigures } from './ColumnFigures.tsx';
import { ColumnPlot } from './ColumnPlot.tsx';
import styles from './headers.module.css';
import type { FilterView, RowSet } from './use-filter.ts';
import { useTask } from './use-task.ts';
import { WordPicker } from './WordPicker.tsx';

interface ColumnTabProps {
  readonly info: SurveyInfo;
  readonly description: HeaderDescription;
  readonly filter: FilterView;
}

/** One word along the file, or along the traces that match. */
export function ColumnTab({ info, description: { traceHeaderBytes }, filter }: ColumnTabProps) {
  const { headers: store } = useViewer().stores;
  const place = useStore(store, (state) => state.plotted);
  const isInside = lastByteOf(place) <= traceHeaderBytes;
  return (
    <>
      <div className={styles['toolbar']}>
        <WordPicker
          place={place}
          traceHeaderBytes={traceHeaderBytes}
          onChoose={(plotted) => store.setState({ plotted })}
        />
        {filter.rows !== null && <RowsNote info={info} rows={filter.rows} />}
      </div>
      {filter.fault !== null && <FaultNote fault={filter.fault} />}
      {!isInside && <EmptyNote>{columnName(place)} lies behind the header of these traces.</EmptyNote>}
      {isInside && filter.rows !== null && (
        <ColumnBody key={`${filter.rows.filterId ?? ''} ${place.byte} ${place.type}`} info={info} rows={filter.rows} />
      )}
    </>
  );
}

const RowsNote = ({ info, rows }: { readonly info: SurveyInfo; readonly rows: RowSet }) => (
  <span className={styles['note']}>
    {rows.filterId === null
      ? `${formatCount(rows.count)} traces`
      : `${formatCount(rows.count)} of ${formatCount(info.traceCount)} traces, as filtered`}
  </span>
);

/** As many points as a wide screen has columns. */
const BUCKETS = 2000;

interface ColumnBodyProps {
  readonly info: SurveyInfo;
  readonly rows: RowSet;
}

function ColumnBody({ info, rows }: ColumnBodyProps) {
  const { headers, stores } = useViewer();
  const place = useStore(stores.headers, (state) => state.plotted);
  const [range, setRange] = useState({ first: 0, count: rows.count });
  const [bucket, setBucket] = useState<number | null>(null);
  const read = useCallback(
    (signal: AbortSignal) => headers.readColumn({ ...rows, ...range, place, buckets: BUCKETS }, signal),
    [headers, rows, range, place],
  );
  const { result: column, fault, isRunning } = useTask(rows.count === 0 ? null : read);
  const isZoomed = range.count < rows.count;

  const zoom = useCallback(
    (first: number, last: number): void => {
      const from = Math.min(Math.max(first, 0), rows.count - 1);
      setRange({ first: from, count: Math.min(Math.max(last, from + 1), rows.count - 1) - from + 1 });
    },
    [rows.count],
  );
  const showAll = useCallback(() => setRange({ first: 0, count: rows.count }), [rows.count]);
  const choose = useCallback(
    (at: number, inputAtMs: number): void => {
      if (column === null) return;
      const row = column.first + at * column.rowsPerBucket;
      headers.readRows({ ...rows, first: row, count: 1, places: [] }).then(
        ({ traces }) => headers.showTrace(info, traces[0]!, inputAtMs),
        () => undefined,
      );
    },
    [headers, info, rows, column],
  );
  const onClick = useCallback((at: number, event: MouseEvent) => choose(at, event.timeStamp), [choose]);

  if (rows.count === 0) return <EmptyNote>No trace matches.</EmptyNote>;
  if (fault !== null) return <FaultNote fault={fault} />;
  if (column === null) return <EmptyNote>Reading…</EmptyNote>;
  const name = columnName(place);
  return (
    <div className={styles['columns']} data-busy={isRunning}>
      <figure className={styles['plotFigure']}>
        <ColumnPlot
          column={column}
          label={`${name} along the file; the arrow keys read it, Enter goes to the trace`}
          onHover={setBucket}
          onClick={onClick}
          onZoom={zoom}
          onZoomOut={showAll}
          onChoose={choose}
        />
        <figcaption className={styles['plotNote']}>
          <span data-testid="column-reading">{bucketText(column, bucket, rows.filterId !== null, place)}</span>
          <span className={styles['spring']} />
          {isZoomed && (
            <Button onClick={showAll}>
              <Maximize2 aria-hidden /> Show all
            </Button>
          )}
        </figcaption>
      </figure>
      <ColumnFigures info={info} place={place} column={column} />
    </div>
  );
}
