/** What an object header says of a dataset: shape, type, and where its elements lie. */
import type { HeaderMessage } from './object-header.ts';
import type { BlockReader, MetadataReader } from './metadata-reader.ts';
import { readType, typeBytes, type StoredType } from './datatype.ts';

export interface StoredDataset {
  readonly type: StoredType;
  readonly shape: readonly number[];
  readonly layout: StoredLayout;
  readonly filters: readonly StoredFilter[];
}

export type StoredLayout =
  /** All elements in C order; `address` from the start of the file, null where nothing was ever written. */
  | { readonly kind: 'contiguous'; readonly address: number | null; readonly bytes: number }
  | { readonly kind: 'compact'; readonly address: null }
  /** `index` is what kind of structure finds the chunks. */
  | {
      readonly kind: 'chunked';
      readonly chunkShape: readonly number[];
      readonly index: string;
      readonly address: number | null;
    }
  | { readonly kind: 'virtual' };

export interface StoredFilter {
  readonly id: number;
  readonly parameters: readonly number[];
}

const DATASPACE = 0x01;
const DATATYPE = 0x03;
const EXTERNAL_FILES = 0x07;
const DATA_LAYOUT = 0x08;
const FILTER_PIPELINE = 0x0b;
/** The message is stored elsewhere and shared: of types, a committed one. */
const SHARED = 0x02;

/** @returns null where the header is no dataset's */
export function readDataset(messages: readonly HeaderMessage[], reader: MetadataReader): StoredDataset | null {
  const find = (type: number): HeaderMessage | undefined => messages.find((message) => message.type === type);
  const [space, type, layout] = [find(DATASPACE), find(DATATYPE), find(DATA_LAYOUT)];
  if (space === undefined || type === undefined || layout === undefined) return null;
  const isCommitted = (type.flags & SHARED) !== 0;
  const stored: StoredType = isCommitted
    ? { kind: 'other', className: 'committed type', bytes: 0 }
    : readType(type.body);
  const isElsewhere = find(EXTERNAL_FILES) !== undefined;
  const pipeline = find(FILTER_PIPELINE);
  return {
    type: stored,
    shape: readSpace(space.body),
    layout: isElsewhere ? { kind: 'virtual' } : readLayout(layout.body, reader, stored),
    filters: pipeline === undefined ? [] : readFilters(pipeline.body),
  };
}

/** More dimensions the format does not allow. */
const MOST_DIMENSIONS = 32;

export function readSpace(body: BlockReader): number[] {
  const version = body.u8();
  const rank = body.u8();
  if (rank > MOST_DIMENSIONS) throw body.damaged(`a dataspace of ${rank} dimensions`);
  body.skip(version === 1 ? 1 + 5 : 2);
  return Array.from({ length: rank }, () => body.length());
}

const CHUNK_INDICES = ['', 'single', 'implicit', 'fixed array', 'extensible array', 'B-tree 2'];

function readLayout(body: BlockReader, reader: MetadataReader, type: StoredType): StoredLayout {
  const version = body.u8();
  if (version < 3) return readOldLayout(body, reader, type);
  const layoutClass = body.u8();
  const absolute = (address: number | null): number | null => (address === null ? null : address + reader.baseAddress);
  if (layoutClass === 0) return { kind: 'compact', address: null };
  if (layoutClass === 1) return { kind: 'contiguous', address: absolute(body.address()), bytes: body.length() };
  if (layoutClass !== 2) return { kind: 'virtual' };
  if (version === 3) {
    const rank = body.u8();
    const address = absolute(body.address());
    const chunkShape = Array.from({ length: rank }, () => body.u32()).slice(0, -1);
    return { kind: 'chunked', chunkShape, index: 'B-tree 1', address };
  }
  body.skip(1);
  const rank = body.u8();
  const sizeBytes = body.u8();
  const chunkShape = Array.from({ length: rank }, () => body.sized(sizeBytes)).slice(0, -1);
  return { kind: 'chunked', chunkShape, index: CHUNK_INDICES[body.u8()] ?? 'unknown', address: null };
}

/** Versions 1 and 2, of files from before HDF5 1.6. */
function readOldLayout(body: BlockReader, reader: MetadataReader, type: StoredType): StoredLayout {
  const rank = body.u8();
  const layoutClass = body.u8();
  body.skip(5);
  if (layoutClass === 0) return { kind: 'compact', address: null };
  const stored = body.address();
  const address = stored === null ? null : stored + reader.baseAddress;
  const sizes = Array.from({ length: rank }, () => body.u32());
  if (layoutClass === 2) return { kind: 'chunked', chunkShape: sizes.slice(0, -1), index: 'B-tree 1', address };
  return { kind: 'contiguous', address, bytes: sizes.reduce((product, size) => product * size, typeBytes(type)) };
}

/** Names stand only before version 2 and for filters that are not the library's own. */
const FIRST_NAMED_FILTER = 256;

function readFilters(body: BlockReader): StoredFilter[] {
  const version = body.u8();
  const count = body.u8();
  if (version === 1) body.skip(6);
  return Array.from({ length: count }, () => {
    const id = body.u16();
    const nameBytes = version === 1 || id >= FIRST_NAMED_FILTER ? body.u16() : 0;
    body.skip(2);
    const parameterCount = body.u16();
    body.skip(version === 1 ? Math.ceil(nameBytes / 8) * 8 : nameBytes);
    const parameters = Array.from({ length: parameterCount }, () => body.u32());
    if (version === 1 && parameterCount % 2 === 1) body.skip(4);
    return { id, parameters };
  });
}
