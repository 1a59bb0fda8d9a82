import { useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { FoundTrace, HeaderDescription } from '../../../shared/headers/header-calls.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { useViewer } from '../../bindings/viewer.tsx';
import { changeHeadersView, headersViewOf } from '../../state/headers-store.ts';
import { FaultNote } from '../controls/FaultNote.tsx';
import { EmptyNote } from '../shell/EmptyNote.tsx';
import { ColumnChooser } from './ColumnChooser.tsx';
import { ExportButton } from './ExportButton.tsx';
import { FilterBox } from './FilterBox.tsx';
import { FindBox } from './FindBox.tsx';
import { GoToTrace } from './GoToTrace.tsx';
import styles from './headers.module.css';
import { TraceDetail } from './TraceDetail.tsx';
import { TraceTable, type TraceTableHandle } from './TraceTable.tsx';
import { useColumns } from './use-columns.ts';
import type { FilterView } from './use-filter.ts';

interface TracesTabProps {
  readonly info: SurveyInfo;
  readonly description: HeaderDescription;
  readonly filter: FilterView;
}

/** Header words of every trace, of those that match, and all words of one. */
export function TracesTab({ info, description, filter }: TracesTabProps) {
  const { headers, stores } = useViewer();
  const trace = useStore(stores.headers, (state) => headersViewOf(state, info).trace);
  const { columns, words, statistics, fault, setColumns } = useColumns(info, description);
  const { rows, fault: filterFault, isRunning } = filter;
  const [current, setCurrent] = useState<FoundTrace | null>(null);
  const table = useRef<TraceTableHandle>(null);
  const chosen = useRef<number | null>(null);

  const choose = useCallback(
    (found: FoundTrace, inputAtMs: number): void => {
      chosen.current = found.trace;
      setCurrent(found);
      table.current?.showRow(found.row);
      void headers.showTrace(info, found.trace, inputAtMs);
    },
    [headers, info],
  );

  // Other rows, or a trace that was chosen elsewhere: the table goes to it, or to the next that it has.
  useEffect(() => {
    if (rows === null || trace === null) return undefined;
    let isCurrent = true;
    headers.rowOf(rows, trace).then(
      (found) => {
        if (!isCurrent || found === null) return;
        setCurrent(found.trace === trace ? found : null);
        if (chosen.current !== trace) table.current?.showRow(found.row, true);
        chosen.current = trace;
      },
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [headers, rows, trace]);

  if (fault !== null) return <FaultNote fault={fault} />;
  return (
    <>
      <div className={styles['toolbar']}>
        <FilterBox
          info={info}
          traceHeaderBytes={description.traceHeaderBytes}
          matchCount={rows?.count ?? null}
          isRunning={isRunning}
          fault={filterFault}
        />
        {rows !== null && (
          <>
            <FindBox
              info={info}
              traceHeaderBytes={description.traceHeaderBytes}
              rows={rows}
              from={current}
              onFound={choose}
            />
            <GoToTrace info={info} rows={rows} current={current} onFound={choose} />
          </>
        )}
        <ColumnChooser
          words={words}
          statistics={statistics}
          columns={columns ?? []}
          traceHeaderBytes={description.traceHeaderBytes}
          onChange={setColumns}
        />
        {rows !== null && columns !== null && <ExportButton info={info} rows={rows} places={columns} />}
      </div>
      {columns === null || rows === null ? (
        <EmptyNote>Reading…</EmptyNote>
      ) : (
        <div className={styles['columns']}>
          <TraceTable ref={table} rows={rows} places={columns} current={current} onChoose={choose} />
          {trace !== null && (
            <TraceDetail
              info={info}
              trace={trace}
              byteOrder={description.byteOrder}
              onClose={() => stores.headers.setState(changeHeadersView(info, { trace: null }))}
            />
          )}
        </div>
      )}
    </>
  );
}
