/** What a cube file keeps of the SEG-Y file that it was made of. */
import { CrosslineError } from '../../../../shared/errors.ts';
import type { ByteOrder } from '../../../../shared/survey.ts';
import { DECODABLE_FORMATS, type DecodableFormat, type OpenFile } from '../../../native/native-reader.ts';
import { readTree, type StoredNode } from '../read/read-tree.ts';
import { readNumbers } from '../source/read-elements.ts';

/** A stretch of the cube file. */
export interface KeptBytes {
  readonly address: number;
  readonly bytes: number;
}

export interface KeptSegy {
  readonly format: DecodableFormat;
  readonly byteOrder: ByteOrder;
  readonly traceCount: number;
  readonly headerBytes: number;
  readonly sourceName: string;
  /** How it was read, as JSON. */
  readonly sourceMapping: string;
  readonly sourceBytes: number;
  /** Samples in each trace. */
  readonly samplesOf: (trace: number) => number;
  /** Grid position (inline index x crosslines + crossline index) of each trace; -1 of one outside the grid. */
  readonly cellOf: Int32Array;
  /** Axis sample of each trace's first one; null where all are 0. */
  readonly shifts: Float64Array | null;
  /** Text and binary header, and what follows up to the first trace. */
  readonly front: readonly KeptBytes[];
  readonly traceHeaders: KeptBytes;
  readonly trailing: KeptBytes | null;
  /** Samples of the traces outside the grid, one after another. */
  readonly outsideSamples: KeptBytes | null;
  /** Bytes before the traces listed. */
  readonly gaps: { readonly traces: Float64Array; readonly sizes: Float64Array; readonly bytes: KeptBytes } | null;
  /** Samples of all traces as they were; the cube's are then not needed. */
  readonly originalSamples: KeptBytes | null;
  /** Single words, by their offsets in the SEG-Y file, ascending. */
  readonly originalWords: { readonly offsets: Float64Array; readonly words: KeptBytes } | null;
}

/** @throws CrosslineError not-hdf5 where the file does not keep what is needed */
export async function readKeptSegy(file: OpenFile): Promise<KeptSegy> {
  const nodes = new Map((await readTree(file)).map((node) => [node.path, node]));
  const { attributes } = nodes.get('Meta') ?? missing(file, 'Meta');
  const number = (name: string): number => {
    const value = attributes[name];
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
      ? value
      : missing(file, `Meta's ${name}`);
  };
  const kept = (name: string): KeptBytes | null => keptBytes(file, nodes.get(`Meta/${name}`));
  const needed = (name: string): KeptBytes => kept(name) ?? missing(file, `Meta/${name}`);
  const numbers = (name: string): Promise<Float64Array | null> => readNumbers(file, nodes.get(`Meta/${name}`));
  const traceCount = number('trace_count');
  const format = number('sample_format');
  const traceAt = (await numbers('trace_index')) ?? missing(file, 'Meta/trace_index');
  const counts = await numbers('trace_samples');
  const stored = number('stored_samples');
  const [gapTraces, gapSizes, gapBytes] = [await numbers('gap_traces'), await numbers('gap_sizes'), kept('gap_bytes')];
  const [offsets, words] = [await numbers('original_offsets'), kept('original_words')];
  const { source_name: sourceName, source_mapping: sourceMapping } = attributes;
  return {
    format: DECODABLE_FORMATS.find((code) => code === format) ?? missing(file, "Meta's sample_format"),
    byteOrder: attributes['byte_order'] === 'little' ? 'little' : 'big',
    traceCount,
    headerBytes: number('header_bytes'),
    sourceName: typeof sourceName === 'string' ? sourceName : '',
    sourceMapping: typeof sourceMapping === 'string' ? sourceMapping : '',
    sourceBytes: number('source_bytes'),
    samplesOf: (trace) => counts?.[trace] ?? stored,
    cellOf: cellsOf(traceAt, traceCount),
    shifts: await numbers('trace_shifts'),
    front: [needed('text_header'), needed('binary_header'), kept('extended_headers')].filter((part) => part !== null),
    traceHeaders: needed('trace_headers'),
    trailing: kept('trailing_bytes'),
    outsideSamples: kept('outside_samples'),
    gaps: gapTraces && gapSizes && gapBytes && { traces: gapTraces, sizes: gapSizes, bytes: gapBytes },
    originalSamples: kept('original_samples'),
    originalWords: offsets && words && { offsets, words },
  };
}

function missing(file: OpenFile, what: string): never {
  const reason = `${what} is not there or not as Crossline writes it, so no SEG-Y file can be made of it`;
  throw new CrosslineError({ code: 'not-hdf5', path: file.path, reason });
}

function keptBytes(file: OpenFile, node: StoredNode | undefined): KeptBytes | null {
  const dataset = node?.dataset;
  if (dataset?.layout.kind !== 'contiguous' || dataset.layout.address === null || dataset.type.kind !== 'integer')
    return null;
  const bytes = dataset.shape.reduce((product, size) => product * size, dataset.type.bytes);
  const { address } = dataset.layout;
  return address + bytes <= file.bytes ? { address, bytes } : null;
}

function cellsOf(traceAt: Float64Array, traceCount: number): Int32Array {
  const cells = new Int32Array(traceCount).fill(-1);
  traceAt.forEach((trace, cell) => {
    if (trace >= 0 && trace < traceCount) cells[trace] = cell;
  });
  return cells;
}
