/**
 * The rows of a header table round what is looked at: read in blocks, kept for a while, the latest wish first. However fast
 * one scrolls, at most two blocks are on their way, and those that were passed meanwhile are never asked for.
 */
import { faultOf, type CrosslineFault } from '../../shared/errors.ts';
import type { HeaderRows } from '../../shared/headers/header-calls.ts';

export const ROWS_A_BLOCK = 128;
const MOST_READS = 2;
/** 128 rows of 20 words are 20 kB. */
const MOST_BLOCKS = 64;

export interface HeaderRow {
  readonly trace: number;
  /** One a place. */
  readonly values: readonly number[];
}

export interface HeaderRowWindowOptions {
  readonly rowCount: number;
  readonly placeCount: number;
  readonly read: (first: number, count: number) => Promise<HeaderRows>;
  /** Rows have come, or could not be read. */
  readonly onChange: () => void;
}

export class HeaderRowWindow {
  readonly #options: HeaderRowWindowOptions;
  /** In the order in which they were last wanted. */
  readonly #blocks = new Map<number, HeaderRows>();
  readonly #reading = new Set<number>();
  #wanted: readonly number[] = [];
  #fault: CrosslineFault | null = null;

  constructor(options: HeaderRowWindowOptions) {
    this.#options = options;
  }

  /** Why rows could not be read; null where they could. */
  get fault(): CrosslineFault | null {
    return this.#fault;
  }

  /** Null until it is there. */
  rowAt(row: number): HeaderRow | null {
    const block = this.#blocks.get(Math.floor(row / ROWS_A_BLOCK));
    if (block === undefined) return null;
    const { first, traces, values } = block;
    const at = row - first;
    const { placeCount } = this.#options;
    return {
      trace: traces[at]!,
      values: Array.from({ length: placeCount }, (_, place) => values[place * traces.length + at]!),
    };
  }

  /** Wants these rows, inclusive; what was wanted before is not wanted any more. */
  show(firstRow: number, lastRow: number): void {
    const { rowCount } = this.#options;
    const last = Math.min(lastRow, rowCount - 1);
    const wanted: number[] = [];
    for (let block = Math.floor(Math.max(firstRow, 0) / ROWS_A_BLOCK); block * ROWS_A_BLOCK <= last; block += 1) {
      const kept = this.#blocks.get(block);
      if (kept === undefined) wanted.push(block);
      else this.#touch(block, kept);
    }
    this.#wanted = wanted;
    this.#readNext();
  }

  #readNext(): void {
    const next = this.#wanted.find((block) => !this.#reading.has(block));
    if (next === undefined || this.#reading.size >= MOST_READS) return;
    void this.#read(next);
    this.#readNext();
  }

  async #read(block: number): Promise<void> {
    const { rowCount, read, onChange } = this.#options;
    const first = block * ROWS_A_BLOCK;
    this.#reading.add(block);
    try {
      this.#touch(block, await read(first, Math.min(ROWS_A_BLOCK, rowCount - first)));
      this.#fault = null;
    } catch (thrown) {
      this.#fault = faultOf(thrown);
    }
    this.#reading.delete(block);
    // What failed is asked for again once it is wanted again.
    this.#wanted = this.#wanted.filter((wanted) => wanted !== block);
    onChange();
    this.#readNext();
  }

  #touch(block: number, rows: HeaderRows): void {
    this.#blocks.delete(block);
    this.#blocks.set(block, rows);
    const [oldest] = this.#blocks.keys();
    if (this.#blocks.size > MOST_BLOCKS) this.#blocks.delete(oldest!);
  }
}
