/** A cube in an HDF5 file, as plain data: what the process that parses the file tells the one that reads it. */
import type { ChunkFilter } from '../../../native/chunks/chunk-gather.ts';
import type { LineAxis, SampleAxis } from '../../../../shared/axes.ts';
import type { CoordinateUnit, MappingOverrides } from '../../../../shared/mapping/segy-mapping.ts';
import type { WorldFromGrid } from '../../../../shared/geometry/world-from-grid.ts';
import type { ChunkTable } from '../read/chunks/chunk-table.ts';
import type { AmplitudeStatistics, ByteOrder, Finding } from '../../../../shared/survey.ts';
import type { FileIdentity } from '../../segy/accepted/fingerprint.ts';
import type { KeptHeaders } from './kept-headers.ts';

/** The same samples may lie in a file several times, each in another order. */
export type Volume = MappedVolume | ChunkedVolume;

interface StoredVolume {
  /** From the root: `Cube/ilines`. */
  readonly path: string;
  /** SEG-Y's code for such elements (5 float32, 6 float64, 3 int16, ...), which is how the native reader knows them. */
  readonly format: number;
  readonly byteOrder: ByteOrder;
}

/** All samples in one piece. */
export interface MappedVolume extends StoredVolume {
  readonly kind: 'mapped';
  /** Of the first element, from the start of the file. */
  readonly address: number;
  readonly bytes: number;
  /** Bytes between neighbours. */
  readonly strides: { readonly inline: number; readonly crossline: number; readonly sample: number };
}

/** Samples in chunks, most often behind filters. */
export interface ChunkedVolume extends StoredVolume {
  readonly kind: 'chunked';
  /** Which of the dataset's axes, 0 the slowest. */
  readonly axes: { readonly inline: number; readonly crossline: number; readonly sample: number };
  readonly shape: readonly number[];
  readonly chunkShape: readonly number[];
  readonly filters: readonly ChunkFilter[];
  /** One element, as it would be stored. */
  readonly fill: Uint8Array;
  readonly table: ChunkTable;
}

/** How somebody else's file is read. */
export interface ChosenDataset {
  /** Complete: see `DatasetMapping`. */
  readonly overrides: MappingOverrides;
  /** Hex; the same of files with the same datasets, whatever their sizes. */
  readonly structure: string;
}

/** The SEG-Y file that a cube file was made of, and how it was read. */
export interface CubeOrigin extends FileIdentity {
  /** As `overridesToJson` writes a whole mapping; null where it cannot be understood. */
  readonly mapping: MappingOverrides | null;
}

export interface CubeDescription {
  /** E.g. "Crossline cube" or "SEGY-SAK NetCDF". */
  readonly format: string;
  readonly inline: LineAxis;
  readonly crossline: LineAxis;
  readonly samples: SampleAxis;
  readonly volumes: readonly Volume[];
  /** The dataset that HDF5's library has to decode; `volumes` then count its elements from 0. Null where all is mapped. */
  readonly decoded: string | null;
  /** Of a file that another program wrote; null of ours. */
  readonly chosen: ChosenDataset | null;
  readonly worldFromGrid: WorldFromGrid | null;
  readonly coordinateUnit: CoordinateUnit;
  /** [inlines, crosslines] uint8: 1 live, 2 dead, 0 no trace; null where all are live as far as is known. */
  readonly liveMask: Uint8Array | null;
  readonly statistics: AmplitudeStatistics | null;
  /** Of the SEG-Y file that it came from; null where none are kept. */
  readonly headers: KeptHeaders | null;
  /** Null for what Crossline did not make of a SEG-Y file. */
  readonly origin: CubeOrigin | null;
  readonly findings: readonly Finding[];
}
