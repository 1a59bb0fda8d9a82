import type { Draw } from './draw.ts';
import type { FileShape } from './file-shape.ts';
import type { Mutation } from './mutation.ts';

export interface DrawnFrom {
  readonly bytes: Uint8Array;
  readonly shape: FileShape;
  /** Names of the corpus, for splices. */
  readonly names: readonly string[];
}

export type MutationDrawer = (draw: Draw, file: DrawnFrom) => Mutation;
