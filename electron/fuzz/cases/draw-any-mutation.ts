/** What can be done to any file. */
import type { Draw } from './draw.ts';
import type { DrawnFrom, MutationDrawer } from './mutation-drawer.ts';

/** Sizes at which the reader changes its ways: it scans files up to 4 MB at once, irregular ones up to 64 MB. */
const EXTENDED_BYTES: readonly number[] = [4 * 2 ** 20 + 1, 5_000_001, 24 * 2 ** 20, 64 * 2 ** 20 + 1, 100_000_000];

const anyFlip: MutationDrawer = (draw, { bytes }) => ({
  kind: 'flip',
  at: draw.below(Math.max(1, bytes.length)),
  bit: draw.below(8),
});

const stretch = (draw: Draw, { bytes }: DrawnFrom): { readonly at: number; readonly length: number } => ({
  at: draw.chance(0.4) ? draw.below(4000) : draw.below(Math.max(1, bytes.length)),
  length: draw.length(Math.max(1, bytes.length)),
});

export const ANY_DRAWERS: readonly MutationDrawer[] = [
  anyFlip,
  (draw, file) => ({ kind: 'fill', ...stretch(draw, file), value: draw.pick([0, 0, 0, 0xff, 0x40, 0x20]) }),
  (draw, file) => ({ kind: 'noise', ...stretch(draw, file), seed: draw.seed() }),
  (draw, file) => ({ kind: 'swap', ...stretch(draw, file), width: draw.pick([2, 4, 8] as const) }),
  (draw, file) => ({ kind: 'cut', ...stretch(draw, file) }),
  (draw, file) => ({ kind: 'insert', at: stretch(draw, file).at, length: draw.length(100_000), seed: draw.seed() }),
  (draw, file) => ({ kind: 'repeat', ...stretch(draw, file), times: draw.length(40) }),
  (draw, file) => {
    const fromAt = draw.chance(0.5) ? draw.below(4000) : draw.below(1_000_000);
    return { kind: 'splice', ...stretch(draw, file), from: draw.pick(file.names), fromAt };
  },
  (draw, { bytes }) => ({ kind: 'truncate', length: draw.below(bytes.length + 1) }),
  (draw) => ({
    kind: 'truncate',
    length: draw.pick([0, 1, 239, 3199, 3200, 3599, 3600, 3601, 3839, 3840, 3841, 7040]),
  }),
  (draw) => ({ kind: 'extend', length: draw.pick(EXTENDED_BYTES) + draw.below(1000) }),
];
