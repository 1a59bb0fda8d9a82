/** Which traces a stack adds, position by position. */
import { TRACE_DEAD, TRACE_LIVE, TRACE_MISSING } from '../../../shared/slices.ts';
import { gatherAt } from './gather-order.ts';
import type { PlaneGrid } from './plane-grid.ts';
import type { GatherGrid } from './survey-geometry.ts';

/** Some traces, and the position (C order) that each belongs to. */
export interface StackTurn {
  readonly traces: Int32Array;
  readonly positions: Int32Array;
}

/** Dead traces are left out, unless a position has no others. */
export class StackTraces {
  readonly #gathers: GatherGrid;
  readonly #grid: PlaneGrid;
  readonly #deadTraces: Uint8Array | null;
  /** TRACE_* of each position in C order: dead where all its traces are. */
  readonly status: Uint8Array;
  #position = -1;
  /** Of the present position, from `#taken` on not given out yet. */
  #traces: Int32Array = new Int32Array(0);
  #taken = 0;

  constructor(gathers: GatherGrid, grid: PlaneGrid, deadTraces: Uint8Array | null) {
    this.#gathers = gathers;
    this.#grid = grid;
    this.#deadTraces = deadTraces;
    this.status = new Uint8Array(grid.rows * grid.columns);
  }

  /** At most so many traces; none once all have been given out. A position may be continued in the next turn. */
  take(most: number): StackTurn {
    const traces = new Int32Array(most);
    const positions = new Int32Array(most);
    let count = 0;
    while (count < most && this.#hasMore()) {
      const part = this.#traces.subarray(this.#taken, this.#taken + most - count);
      traces.set(part, count);
      positions.fill(this.#position, count, count + part.length);
      count += part.length;
      this.#taken += part.length;
    }
    return { traces: traces.subarray(0, count), positions: positions.subarray(0, count) };
  }

  #hasMore(): boolean {
    while (this.#taken === this.#traces.length) {
      if (this.#position + 1 === this.status.length) return false;
      this.#position += 1;
      this.#taken = 0;
      this.#traces = this.#tracesOf(this.#position);
    }
    return true;
  }

  #tracesOf(position: number): Int32Array {
    const { inline, crossline, columns, rowInlines, rowCrosslines, columnCrosslines } = this.#grid;
    const row = Math.floor(position / columns);
    const column = position % columns;
    const all = gatherAt(
      this.#gathers,
      inline + row * rowInlines,
      crossline + row * rowCrosslines + column * columnCrosslines,
    );
    const dead = this.#deadTraces;
    const live = dead === null ? all : all.filter((trace) => dead[trace] === 0);
    this.status[position] = all.length === 0 ? TRACE_MISSING : live.length === 0 ? TRACE_DEAD : TRACE_LIVE;
    return live.length === 0 ? all : live;
  }
}
