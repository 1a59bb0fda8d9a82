/** What an HDF5 file holds, as plain data for page and command line. Shapes are in C order, slowest axis first. */
import type { MappingOverrides } from '../mapping/segy-mapping.ts';

export interface Hdf5Attribute {
  readonly name: string;
  /** In words, cut where it is long. */
  readonly text: string;
}

export interface Hdf5Dataset {
  readonly shape: readonly number[];
  /** E.g. `float32, big-endian`. */
  readonly type: string;
  /** Null where its elements are no numbers. */
  readonly isNumeric: boolean;
  /** E.g. `contiguous`, `chunked`, `not written`, `virtual`. */
  readonly storage: string;
  readonly chunkShape: readonly number[] | null;
  /** In the order in which they were applied: `shuffle`, `gzip 4`. */
  readonly filters: readonly string[];
  /** What stands where nothing was written; null where the file does not say. */
  readonly fill: number | null;
  /** Of each axis, the datasets that say its values (dimension scales), and what it is called. */
  readonly scales: readonly (readonly string[])[];
  readonly labels: readonly (string | null)[];
}

export interface Hdf5Node {
  /** From the root: `/`, `/Cube/ilines`. */
  readonly path: string;
  readonly kind: 'group' | 'dataset' | 'link' | 'type';
  readonly attributes: readonly Hdf5Attribute[];
  /** Null where it is none. */
  readonly dataset: Hdf5Dataset | null;
  /** Of a link that leads out of the file or nowhere: where to. */
  readonly target: string | null;
}

/** A way to read the file as a survey. */
export interface Hdf5Proposal {
  /** Complete. */
  readonly overrides: MappingOverrides;
  /** One sentence each. */
  readonly reasons: readonly string[];
  /** The file opens so without a question. */
  readonly isCertain: boolean;
  /** The file whose accepted mapping this is, where it is a sibling's. */
  readonly acceptedFor: string | null;
}

export interface Hdf5Outline {
  readonly path: string;
  /** Parents before children. */
  readonly nodes: readonly Hdf5Node[];
  /** There is more than is listed. */
  readonly isCut: boolean;
  /** Best first; none where no dataset can be shown. */
  readonly proposals: readonly Hdf5Proposal[];
}
