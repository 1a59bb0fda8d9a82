import { describe, expect, it } from 'vitest';
import { CrosslineError } from '../../shared/errors.ts';
import type { HeaderRows } from '../../shared/headers/header-calls.ts';
import { HeaderRowWindow, ROWS_A_BLOCK } from './header-row-window.ts';

const ROWS = 1000 * ROWS_A_BLOCK + 10;

/** A window over rows whose two words are 10 and 20 times the trace; reads wait until they are let go. */
function createRig() {
  const reads: { first: number; count: number; finish: () => void; fail: () => void }[] = [];
  let changes = 0;
  const window = new HeaderRowWindow({
    rowCount: ROWS,
    placeCount: 2,
    read: (first, count) =>
      new Promise<HeaderRows>((resolve, reject) => {
        const traces = Float64Array.from({ length: count }, (_, i) => 5 * (first + i));
        const values = Float64Array.from([...traces].flatMap((trace) => [10 * trace]));
        const finish = (): void =>
          resolve({ first, traces, values: Float64Array.from([...values, ...[...values].map((value) => 2 * value)]) });
        reads.push({ first, count, finish, fail: () => reject(new CrosslineError({ code: 'cancelled' })) });
      }),
    onChange: () => (changes += 1),
  });
  const firsts = (): number[] => reads.map(({ first }) => first / ROWS_A_BLOCK);
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return { window, reads, firsts, settle, changeCount: () => changes };
}

describe('the window on header rows', () => {
  it('reads the blocks of the rows that are shown, and gives their rows', async () => {
    const { window, reads, firsts, settle, changeCount } = createRig();
    window.show(ROWS_A_BLOCK - 3, ROWS_A_BLOCK + 20);
    expect(firsts()).toEqual([0, 1]);
    expect(window.rowAt(ROWS_A_BLOCK)).toBeNull();
    reads.forEach(({ finish }) => finish());
    await settle();
    expect(changeCount()).toBe(2);
    const trace = 5 * (ROWS_A_BLOCK + 7);
    expect(window.rowAt(ROWS_A_BLOCK + 7)).toEqual({ trace, values: [10 * trace, 20 * trace] });
    window.show(0, ROWS_A_BLOCK);
    expect(firsts()).toEqual([0, 1]);
  });

  it('reads no more than two blocks at a time, and only what is still wanted', async () => {
    const { window, reads, firsts, settle } = createRig();
    for (let block = 0; block < 500; block += 1) window.show(block * ROWS_A_BLOCK, block * ROWS_A_BLOCK + 30);
    expect(firsts()).toEqual([0, 1]);
    reads[0]!.finish();
    await settle();
    expect(firsts()).toEqual([0, 1, 499]);
  });

  it('ends with the last row', async () => {
    const { window, reads, settle } = createRig();
    window.show(ROWS - 4, ROWS + 400);
    expect(reads.map(({ count }) => count)).toEqual([10]);
    reads[0]!.finish();
    await settle();
    expect(window.rowAt(ROWS - 1)?.trace).toBe(5 * (ROWS - 1));
  });

  it('keeps what was shown last, within bounds', async () => {
    const { window, reads, settle } = createRig();
    for (let block = 0; block < 70; block += 1) {
      window.show(block * ROWS_A_BLOCK, block * ROWS_A_BLOCK);
      reads.at(-1)!.finish();
      await settle();
    }
    expect(window.rowAt(0)).toBeNull();
    expect(window.rowAt(69 * ROWS_A_BLOCK)).not.toBeNull();
    window.show(0, 0);
    expect(reads).toHaveLength(71);
  });

  it('tells why rows cannot be read, and reads them again when they are wanted again', async () => {
    const { window, reads, settle } = createRig();
    window.show(0, 5);
    reads[0]!.fail();
    await settle();
    expect(window.fault).toEqual({ code: 'cancelled' });
    window.show(0, 5);
    reads[1]!.finish();
    await settle();
    expect(window.fault).toBeNull();
    expect(window.rowAt(0)).not.toBeNull();
  });
});
