/** Draws what is done to one file: mostly to its headers, since those are what a reader believes. */
import type { Draw } from './draw.ts';
import { ANY_DRAWERS } from './draw-any-mutation.ts';
import { HDF5_DRAWERS } from './draw-hdf5-mutation.ts';
import { SEGY_DRAWERS } from './draw-segy-mutation.ts';
import type { DrawnFrom } from './mutation-drawer.ts';
import type { Mutation } from './mutation.ts';

const MOST_MUTATIONS = 4;

export function drawMutations(draw: Draw, file: DrawnFrom): Mutation[] {
  const drawers = [...(file.shape.isHdf5 ? HDF5_DRAWERS : SEGY_DRAWERS), ...ANY_DRAWERS];
  return Array.from({ length: draw.length(MOST_MUTATIONS) }, () => draw.pick(drawers)(draw, file));
}
