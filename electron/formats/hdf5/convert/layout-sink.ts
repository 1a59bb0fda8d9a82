/** Where slabs of a cube go: one sink a layout. */
import type { OpenFile } from '../../../native/native-reader.ts';
import type { ChunkedLayout, ContiguousLayout } from '../write/hdf5-tree.ts';
import type { CubeLayout } from '../cube/cube-layouts.ts';
import type { Slab, SlabRange } from './slab.ts';

export interface StoredSlab {
  /** Of what lies in the file. */
  readonly crc32: number;
  /** Where its chunks begin; 0 where its place follows from the layout. */
  readonly address: number;
}

export interface LayoutSink {
  readonly layout: CubeLayout;
  /** Resolves once it lies in the file and the slab may be used again. */
  write(slab: Slab): Promise<StoredSlab>;
  /** Whether the file, opened anew, has what was written there. Several at the same time. */
  isWritten(range: SlabRange, stored: StoredSlab, written: OpenFile): Promise<boolean>;
  /**
   * Whether the file holds what was written there; it then counts as written, also where an earlier process did it.
   * Slabs are asked for in their order.
   */
  isStored(range: SlabRange, stored: StoredSlab): Promise<boolean>;
  /** Whether the file, read as a reader of cubes reads it, has every sample of the slab. */
  holds(slab: Slab, stored: StoredSlab, written: OpenFile): Promise<boolean>;
  stored(): ContiguousLayout | ChunkedLayout;
}
