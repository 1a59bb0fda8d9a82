/** Which traces an expression matches. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CompiledFilter } from '../../../shared/headers/filter/compile-filter.ts';
import type { FoundTrace } from '../../../shared/headers/header-calls.ts';
import type { SurveySource } from '../../formats/survey-source.ts';
import { MatchedTraces } from './matched-traces.ts';
import { readRows } from './read-rows.ts';
import type { TraceRows } from './trace-rows.ts';
import { visitRows, type RowTask } from './visit-rows.ts';

export async function filterRows(
  source: SurveySource,
  rows: TraceRows,
  filter: CompiledFilter,
  task: RowTask,
): Promise<MatchedTraces> {
  const matched = new MatchedTraces();
  await visitRows(source, rows, { first: 0, count: rows.count }, filter.places, task, ({ traces, columns }) => {
    const matches = new Uint8Array(traces.length);
    filter.evaluate(columns, traces, matches);
    matched.add(traces, matches);
  });
  return matched;
}

/** What is near is found at once, what is far by large steps. */
const FIRST_STEP_ROWS = 1024;
const MOST_STEP_ROWS = 65_536;

/** @param from first row looked at; the search ends at the last row, or backwards at the first */
export async function findRow(
  source: SurveySource,
  rows: TraceRows,
  filter: CompiledFilter,
  { from, direction }: { readonly from: number; readonly direction: 1 | -1 },
  { signal, onProgress }: RowTask,
): Promise<FoundTrace | null> {
  const total = direction === 1 ? rows.count - from : from + 1;
  let step = FIRST_STEP_ROWS;
  for (let done = 0; done < total; step = Math.min(2 * step, MOST_STEP_ROWS)) {
    signal.throwIfAborted();
    const count = Math.min(step, total - done);
    const first = direction === 1 ? from + done : from - done - count + 1;
    const { traces, columns } = await readRows(source, rows, { first, count }, filter.places, signal);
    const matches = new Uint8Array(count);
    filter.evaluate(columns, traces, matches);
    const at = direction === 1 ? matches.indexOf(1) : matches.lastIndexOf(1);
    if (at >= 0) return { row: first + at, trace: traces[at]! };
    done += count;
    onProgress(done, total);
    await nextTurn();
  }
  return null;
}
