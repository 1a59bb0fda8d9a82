import type { VirtualItem } from '@tanstack/react-virtual';
import { isRounded, wordText } from '../../../shared/headers/word-text.ts';
import type { HeaderPlace } from '../../../shared/mapping/header-place.ts';
import type { HeaderRow } from '../../engine-client/header-row-window.ts';
import { ROW_HEIGHT, TRACE_COLUMN_WIDTH } from './column-width.ts';
import styles from './headers.module.css';

interface TraceRowProps {
  readonly row: number;
  /** CSS pixels from the upper edge of the table. */
  readonly top: number;
  readonly width: number;
  /** Null while it is being read. */
  readonly content: HeaderRow | null;
  readonly columns: readonly VirtualItem[];
  readonly places: readonly HeaderPlace[];
  readonly isCurrent: boolean;
  readonly onChoose: (row: number, inputAtMs: number) => void;
}

export const TraceRow = ({ row, top, width, content, columns, places, isCurrent, onChoose }: TraceRowProps) => (
  <div
    role="row"
    id={`trace-row-${row}`}
    aria-rowindex={row + 2}
    aria-selected={isCurrent}
    className={styles['row']}
    style={{ transform: `translateY(${top}px)`, width, height: ROW_HEIGHT }}
    onClick={(event) => onChoose(row, event.timeStamp)}
  >
    <div role="gridcell" className={styles['traceCell']} style={{ width: TRACE_COLUMN_WIDTH }}>
      {content === null ? '…' : content.trace + 1}
    </div>
    {columns.map(({ index, start, size }) => (
      <div
        key={index}
        role="gridcell"
        aria-colindex={index + 2}
        className={styles['cell']}
        style={{ left: start, width: size }}
      >
        {content === null ? '' : cellText(content.values[index]!, places[index]!)}
      </div>
    ))}
  </div>
);

/** The exact value is in the list of the trace's words. */
const cellText = (value: number, { type }: HeaderPlace): string =>
  isRounded(value, type) ? `≈${wordText(value, type)}` : wordText(value, type);
