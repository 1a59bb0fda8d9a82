/** What is done to the structure of an HDF5 file: it lies at the file's start and behind its samples. */
import type { Draw } from './draw.ts';
import { wordBytes } from './extreme-values.ts';
import type { DrawnFrom, MutationDrawer } from './mutation-drawer.ts';

const START_BYTES = 4096;
const END_BYTES = 30_000;

const place = (draw: Draw, { bytes }: DrawnFrom): number =>
  draw.chance(0.4) ? draw.below(START_BYTES) : Math.max(0, bytes.length - 1 - draw.below(END_BYTES));

const word: MutationDrawer = (draw, file) => ({
  kind: 'write',
  at: place(draw, file),
  bytes: wordBytes(draw, draw.pick([2, 4, 8] as const), true),
});

const flip: MutationDrawer = (draw, file) => ({ kind: 'flip', at: place(draw, file), bit: draw.below(8) });

/** In proportion to their number. */
export const HDF5_DRAWERS: readonly MutationDrawer[] = [...[word, word, word, word, word], ...[flip, flip, flip, flip]];
