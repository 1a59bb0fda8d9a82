/** Reads header words of rows, also where these are scattered traces. */
import type { HeaderPlace } from '../../../shared/mapping/header-place.ts';
import type { SurveySource } from '../../formats/survey-source.ts';
import type { TraceRows } from './trace-rows.ts';

export interface RowRange {
  readonly first: number;
  readonly count: number;
}

export interface RowBlock {
  readonly traces: Float64Array;
  /** One a place. */
  readonly columns: readonly Float64Array[];
}

/** A call costs about 50 us, a header some 10 to 100 ns: up to so many between two wanted ones are read along with them. */
const MOST_APART = 256;
/** Of a run with all that lies between, so that wanted traces far apart need no memory for the rest (8 MB). */
const MOST_VALUES_IN_A_RUN = 2 ** 20;

export async function readRows(
  source: SurveySource,
  rows: TraceRows,
  { first, count }: RowRange,
  places: readonly HeaderPlace[],
  signal: AbortSignal,
): Promise<RowBlock> {
  const traces = rows.tracesOf(first, count);
  if (places.length === 0 || count === 0) return { traces, columns: places.map(() => new Float64Array(count)) };
  const step = evenStep(traces);
  if (step !== null) return { traces, columns: await source.readHeaders(places, traces[0]!, count, signal, step) };
  const columns = places.map(() => new Float64Array(count));
  const mostTraces = Math.max(1, Math.floor(MOST_VALUES_IN_A_RUN / places.length));
  for (let from = 0; from < count;) {
    const start = traces[from]!;
    let end = from + 1;
    while (end < count && traces[end]! - traces[end - 1]! <= MOST_APART && traces[end]! - start < mostTraces) end += 1;
    const run = await source.readHeaders(places, start, traces[end - 1]! - start + 1, signal);
    for (const [index, column] of columns.entries()) {
      const values = run[index]!;
      for (let row = from; row < end; row += 1) column[row] = values[traces[row]! - start]!;
    }
    from = end;
  }
  return { traces, columns };
}

/** From each trace to the next; null where it differs. */
function evenStep(traces: Float64Array): number | null {
  const step = traces.length < 2 ? 1 : traces[1]! - traces[0]!;
  for (let i = 1; i < traces.length; i += 1) if (traces[i]! - traces[i - 1]! !== step) return null;
  return step;
}
