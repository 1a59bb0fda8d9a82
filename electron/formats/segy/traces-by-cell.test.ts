import { expect, it } from 'vitest';
import type { GatherNumbers } from './gathers-from-lines.ts';
import { createRandom } from './seeded-random.ts';
import { sortByOffset } from './sort-by-offset.ts';
import { everyTrace } from './trace-lists.ts';
import { tracesByCell } from './traces-by-cell.ts';
import { tracesOnGrid } from './traces-on-grid.ts';

const random = createRandom(3);
const integer = (limit: number): number => Math.floor(random() * limit);
const draw = (count: number, value: () => number): Int32Array => Int32Array.from({ length: count }, value);

/** Offsets that are all alike, few, spread over all of int32, or its ends. */
const OFFSETS: readonly (() => number)[] = [
  () => 7,
  () => 100 * integer(5) - 200,
  () => Math.floor(random() * 2 ** 32) - 2 ** 31,
  () => [-(2 ** 31), -1, 0, 2 ** 31 - 1][integer(4)]!,
];

const drawn = OFFSETS.flatMap((offset) =>
  [1, 2, 50, 3000].map((count) => ({
    inline: draw(count, () => 10 + 5 * integer(4)),
    crossline: draw(count, () => 1 + integer(3)),
    offset: draw(count, offset),
    isDead: Uint8Array.from({ length: count }, () => integer(2)),
  })),
);

/** By the definition. */
const inOrder =
  ({ offset, isDead }: GatherNumbers) =>
  (a: number, b: number): number =>
    offset[a]! - offset[b]! || isDead[a]! - isDead[b]! || a - b;

it('sorts by offset, live before dead, then as in the file', () => {
  for (const numbers of drawn) {
    const all = everyTrace(numbers.offset.length);
    expect(sortByOffset(all, numbers.offset, numbers.isDead)).toEqual(all.toSorted(inOrder(numbers)));
  }
});

it('gives the traces of each cell in that order', () => {
  for (const numbers of drawn) {
    const grid = tracesOnGrid(numbers)!;
    const { starts, traces, occupied, fold } = tracesByCell(numbers, grid);
    let cell = 0;
    let [plainOccupied, plainFold] = [0, 0];
    for (let i = 0; i < grid.inline.count; i += 1) {
      for (let j = 0; j < grid.crossline.count; j += 1, cell += 1) {
        const stands = (trace: number): boolean =>
          numbers.inline[trace] === grid.inline.first + i * grid.inline.step &&
          numbers.crossline[trace] === grid.crossline.first + j * grid.crossline.step;
        const expected = everyTrace(numbers.offset.length).filter(stands).sort(inOrder(numbers));
        expect(traces.slice(starts[cell], starts[cell + 1])).toEqual(expected);
        if (expected.length > 0) plainOccupied += 1;
        plainFold = Math.max(plainFold, expected.length);
      }
    }
    expect([occupied, fold, starts.at(-1)]).toEqual([plainOccupied, plainFold, traces.length]);
  }
});
