/**
 * How long a time slice would take, from reading a few of its traces: what a page of this file costs at this moment cannot be
 * known otherwise, whether it is in memory, on a fast disk, a slow one or a server. Where all is in memory it costs 0.1 ms.
 */
import type { Decimation } from '../../../shared/slices.ts';
import { faultOf } from '../../../shared/errors.ts';

/** Along each side: 256 traces take 0.06 ms from memory, so that a million would be told from slow ones. */
const PROBED = 16;
/** On a disk that seeks for 10 ms a trace, 256 of them would take longer than anyone waits to be told of waiting. */
const PROBE_LIMIT_MS = 100;
/** Instead then. */
const FEW_PROBED = 4;

export interface ReadableGrid {
  readonly rows: number;
  readonly columns: number;
  /**
   * Reads every n-th row and column.
   * @throws CrosslineError cancelled once the signal is aborted
   */
  read(decimation: Decimation, signal: AbortSignal): Promise<void>;
  /** How many traces round one that was just read, itself included, are in memory; null where the system cannot tell. */
  fetchedAround(row: number, column: number): number | null;
}

export interface EstimateClock {
  now(): number;
  /** Aborted after so many milliseconds. */
  timeout(ms: number): AbortSignal;
}

const REAL_CLOCK: EstimateClock = { now: () => performance.now(), timeout: (ms) => AbortSignal.timeout(ms) };

/** @returns milliseconds; at most `enough`, where a first look shows that it takes less */
export async function estimateReadMs(
  grid: ReadableGrid,
  enoughMs: number,
  signal: AbortSignal,
  clock: EstimateClock = REAL_CLOCK,
): Promise<number> {
  const timed = async (decimation: Decimation, until: AbortSignal): Promise<number> => {
    const startMs = clock.now();
    await grid.read(decimation, until);
    return clock.now() - startMs;
  };
  const first = probe(grid, PROBED, 0);
  const firstMs = await timed(first, AbortSignal.any([signal, clock.timeout(PROBE_LIMIT_MS)])).catch(
    (thrown: unknown) => {
      if (faultOf(thrown).code === 'cancelled' && !signal.aborted) return null;
      throw thrown;
    },
  );
  if (firstMs === null) {
    const few = probe(grid, FEW_PROBED, 1);
    return (await timed(few, signal)) * Math.max(1, (grid.rows * grid.columns) / coveredBy(grid, few));
  }
  if (firstMs * shareOf(grid, first) < enoughMs) return firstMs * shareOf(grid, first);
  // Systems read ahead: what the probe brought is more than it asked for.
  return firstMs * Math.max(1, (grid.rows * grid.columns) / coveredBy(grid, first));
}

/** Traces that a probe brought into memory, where those along a row lie side by side in the file. */
function coveredBy(grid: ReadableGrid, every: Decimation): number {
  const { rows, columns } = grid;
  const last = (count: number, step: number): number => Math.floor((count - 1) / step) * step;
  const fetched = Math.max(1, grid.fetchedAround(last(rows, every.rows), last(columns, every.columns)) ?? 1);
  const across = Math.ceil(columns / every.columns);
  return Math.ceil(rows / every.rows) * Math.min(across * fetched, columns + fetched);
}

/** @param shift so that two probes share few traces */
function probe({ rows, columns }: ReadableGrid, side: number, shift: number): Decimation {
  return { rows: Math.floor(rows / side) + 1 + shift, columns: Math.floor(columns / side) + 1 + shift };
}

/** How many times as many traces there are as a probe reads. */
const shareOf = ({ rows, columns }: ReadableGrid, every: Decimation): number =>
  (rows * columns) / (Math.ceil(rows / every.rows) * Math.ceil(columns / every.columns));
