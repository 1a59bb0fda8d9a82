/** Estimates against disks whose costs are known, on a clock of the test's. */
import { expect, it } from 'vitest';
import { CrosslineError } from '../../../shared/errors.ts';
import type { Decimation } from '../../../shared/slices.ts';
import { estimateReadMs, type ReadableGrid } from './estimate-read.ts';

const ROWS = 400;
const COLUMNS = 500;
const TRACES = ROWS * COLUMNS;

/** A disk that brings a stretch of traces for each that is not there yet. */
class ModelDisk implements ReadableGrid {
  readonly rows = ROWS;
  readonly columns = COLUMNS;
  nowMs = 0;
  readonly #msPerFetch: number;
  readonly #tracesPerFetch: number;
  readonly #present = new Set<number>();
  #deadlineMs = Infinity;

  constructor(msPerFetch: number, tracesPerFetch: number) {
    this.#msPerFetch = msPerFetch;
    this.#tracesPerFetch = tracesPerFetch;
  }

  readonly clock = {
    now: (): number => this.nowMs,
    timeout: (ms: number): AbortSignal => {
      this.#deadlineMs = this.nowMs + ms;
      return this.#timeout.signal;
    },
  };
  readonly #timeout = new AbortController();

  fetchedAround(): number {
    return this.#tracesPerFetch;
  }

  read({ rows, columns }: Decimation, signal: AbortSignal): Promise<void> {
    for (let row = 0; row < ROWS; row += rows) {
      for (let column = 0; column < COLUMNS; column += columns) {
        const stretch = Math.floor((row * COLUMNS + column) / this.#tracesPerFetch);
        if (!this.#present.has(stretch)) this.nowMs += this.#msPerFetch;
        this.#present.add(stretch);
        this.nowMs += 0.0002;
        if (this.nowMs > this.#deadlineMs) this.#timeout.abort();
        if (signal.aborted) return Promise.reject(new CrosslineError({ code: 'cancelled' }));
      }
    }
    return Promise.resolve();
  }
}

const estimate = (disk: ModelDisk): Promise<number> =>
  estimateReadMs(disk, 1000, new AbortController().signal, disk.clock);

it('tells from one look that what is in memory is quick', async () => {
  const disk = new ModelDisk(0, 1);
  expect(await estimate(disk)).toBeCloseTo(TRACES * 0.0002, 0);
  expect(disk.nowMs).toBeLessThan(0.1);
});

it.each([
  ['a fast disk that fetches each trace', 0.08, 1, 0.9, 1.1],
  ['a seeking disk, which is not asked for long', 10, 1, 0.9, 1.1],
  ['a disk that reads far ahead', 0.3, 500, 0.5, 2],
  ['a disk that reads a little ahead', 0.1, 16, 0.5, 2],
])('of %s it is of the right size', async (_, msPerFetch, tracesPerFetch, least, most) => {
  const disk = new ModelDisk(msPerFetch, tracesPerFetch);
  const truthMs = Math.ceil(TRACES / tracesPerFetch) * msPerFetch;
  const ratio = (await estimate(disk)) / truthMs;
  expect(ratio).toBeGreaterThan(least);
  expect(ratio).toBeLessThan(most);
  expect(disk.nowMs).toBeLessThan(400);
});

it('stops when nobody wants it any more', async () => {
  const controller = new AbortController();
  controller.abort();
  const disk = new ModelDisk(1, 1);
  await expect(estimateReadMs(disk, 1000, controller.signal, disk.clock)).rejects.toMatchObject({
    fault: { code: 'cancelled' },
  });
});
