/** The headers of the SEG-Y file that a cube file was made of: where the cube file keeps them, byte for byte. */
import type { ByteOrder } from '../../../../shared/survey.ts';
import { TEXT_HEADER_BYTES } from '../../../../shared/text-header/text-header.ts';
import type { OpenFile } from '../../../native/native-reader.ts';
import { BINARY_HEADER_BYTES } from '../../segy/binary-header.ts';
import type { StoredNode } from '../read/read-tree.ts';
import { readNumbers } from './read-elements.ts';

/** A stretch of the file. */
export interface StoredBytes {
  readonly address: number;
  readonly bytes: number;
}

export interface KeptHeaders {
  readonly byteOrder: ByteOrder;
  /** Of one trace header, its extensions included. */
  readonly headerBytes: number;
  /** 3200 and 400 bytes; null of Seismic Unix, which has neither. */
  readonly text: StoredBytes | null;
  readonly binary: StoredBytes | null;
  /** Further text headers, one behind the other. */
  readonly extended: StoredBytes | null;
  /** One trace header behind the other, in the order of the SEG-Y file. */
  readonly traces: StoredBytes;
  /** Which of them belongs to each trace of the cube (inline by inline); null where they are in the same order. */
  readonly order: Int32Array | null;
}

/** @param mask 0 where a grid position has no trace; null where all have one */
export async function describeKeptHeaders(
  file: OpenFile,
  nodes: ReadonlyMap<string, StoredNode>,
  positions: number,
  mask: ArrayLike<number> | null,
): Promise<KeptHeaders | null> {
  const { byte_order: byteOrder, source_format: format } = nodes.get('Meta')?.attributes ?? {};
  const traces = storedBytes(file, nodes.get('Meta/trace_headers'));
  const [count, headerBytes] = nodes.get('Meta/trace_headers')?.dataset?.shape ?? [];
  const traceAt = await readNumbers(file, nodes.get('Meta/trace_index'));
  if (traces === null || count === undefined || headerBytes === undefined || traceAt?.length !== positions) return null;
  const order = traceAt.filter((_, cell) => mask?.[cell] !== 0);
  if (headerBytes < 1 || order.some((trace) => !(trace >= 0 && trace < count))) return null;
  const isSegy = format !== 'SU';
  return {
    byteOrder: byteOrder === 'little' ? 'little' : 'big',
    headerBytes,
    text: isSegy ? storedBytes(file, nodes.get('Meta/text_header'), TEXT_HEADER_BYTES) : null,
    binary: isSegy ? storedBytes(file, nodes.get('Meta/binary_header'), BINARY_HEADER_BYTES) : null,
    extended: isSegy ? storedBytes(file, nodes.get('Meta/extended_headers')) : null,
    traces,
    order: order.every((trace, i) => trace === i) ? null : Int32Array.from(order),
  };
}

/** Null where it is not stored as plain bytes in one piece, or has not the `expected` number. */
function storedBytes(file: OpenFile, node: StoredNode | undefined, expected?: number): StoredBytes | null {
  const dataset = node?.dataset;
  if (dataset?.layout.kind !== 'contiguous' || dataset.layout.address === null) return null;
  if (dataset.type.kind !== 'integer' || dataset.type.bytes !== 1 || dataset.filters.length > 0) return null;
  const bytes = dataset.shape.reduce((product, size) => product * size, 1);
  const { address } = dataset.layout;
  const isInside = Number.isSafeInteger(address + bytes) && address + bytes <= file.bytes;
  return isInside && (expected === undefined || bytes === expected) ? { address, bytes } : null;
}

/** Whether all that is said to be kept lies inside the file. */
export const areKeptInside = ({ text, binary, extended, traces }: KeptHeaders, fileBytes: number): boolean =>
  [text, binary, extended, traces].every(
    (stored) => stored === null || (stored.address >= 0 && stored.address + stored.bytes <= fileBytes),
  );
