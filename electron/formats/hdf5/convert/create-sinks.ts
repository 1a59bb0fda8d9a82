/** The sinks of a conversion, by its layouts and compression. */
import type { ArrayWork } from '../../../native/array-work.ts';
import type { Compression } from '../cube/compression.ts';
import { CUBE_LAYOUTS, type CubeLayout, type CubeShape } from '../cube/cube-layouts.ts';
import { ChunkedSink } from './chunked-sink.ts';
import { ContiguousSink } from './contiguous-sink.ts';
import type { LayoutSink } from './layout-sink.ts';
import type { PartialFile } from './partial-file.ts';

export interface SinkOptions {
  readonly layouts: readonly CubeLayout[];
  readonly compression: Compression;
  readonly slabInlines: number;
  readonly work: ArrayWork;
}

export function createSinks(file: PartialFile, shape: CubeShape, options: SinkOptions): LayoutSink[] {
  const { layouts, compression, work } = options;
  return CUBE_LAYOUTS.filter((layout) => layouts.includes(layout)).map((layout) =>
    compression.kind === 'none'
      ? new ContiguousSink(file, shape, layout, work)
      : new ChunkedSink(file, shape, layout, options),
  );
}
