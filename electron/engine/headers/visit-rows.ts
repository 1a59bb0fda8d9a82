/** Goes through many rows without keeping the event loop. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { HeaderPlace } from '../../../shared/mapping/header-place.ts';
import type { SurveySource } from '../../formats/survey-source.ts';
import { readRows, type RowBlock, type RowRange } from './read-rows.ts';
import type { TraceRows } from './trace-rows.ts';

/** Values of one turn of the event loop: about a millisecond of counting. */
const VALUES_A_TURN = 65_536;
const LEAST_ROWS_A_TURN = 256;

export interface RowTask {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/** @throws CrosslineError cancelled, file-changed, io-failed */
export async function visitRows(
  source: SurveySource,
  rows: TraceRows,
  { first, count }: RowRange,
  places: readonly HeaderPlace[],
  { signal, onProgress }: RowTask,
  visit: (block: RowBlock, firstRow: number) => void,
): Promise<void> {
  const rowsATurn = Math.max(LEAST_ROWS_A_TURN, Math.floor(VALUES_A_TURN / Math.max(1, places.length)));
  for (let done = 0; done < count;) {
    signal.throwIfAborted();
    const block = { first: first + done, count: Math.min(rowsATurn, count - done) };
    visit(await readRows(source, rows, block, places, signal), block.first);
    done += block.count;
    onProgress(done, count);
    // A read that is done at once resolves without letting go of the event loop (164 ms of 165 for a million traces).
    await nextTurn();
  }
}
