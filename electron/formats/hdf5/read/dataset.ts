/** What an object header says of a dataset: shape, type, and where its elements lie. */
import type { HeaderMessage } from './object-header.ts';
import type { BlockReader, MetadataReader } from './metadata-reader.ts';
import { readType, typeBytes, type StoredType } from './datatype.ts';

export interface StoredDataset {
  readonly type: StoredType;
  readonly shape: readonly number[];
  /** What it may grow to, along each axis; null without limit. */
  readonly mostShape: readonly (number | null)[];
  /** One element, which stands wherever nothing was written; null: all bytes 0. */
  readonly fill: Uint8Array | null;
  readonly layout: StoredLayout;
  readonly filters: readonly StoredFilter[];
}

export type StoredLayout =
  /** All elements in C order; `address` from the start of the file, null where nothing was ever written. */
  | { readonly kind: 'contiguous'; readonly address: number | null; readonly bytes: number }
  | { readonly kind: 'compact'; readonly address: null }
  /** `address` of the index, as other structures name it (see `MetadataReader.block`); null where nothing was ever written. */
  | {
      readonly kind: 'chunked';
      readonly chunkShape: readonly number[];
      readonly index: ChunkIndex;
      readonly address: number | null;
      /** Chunks that reach beyond the dataset are stored without filters. */
      readonly leavesEdgesPlain: boolean;
    }
  | { readonly kind: 'virtual' };

/** What kind of structure finds the chunks. */
export type ChunkIndex =
  /** `bytes` where it went through filters. */
  | { readonly kind: 'single'; readonly bytes: number | null; readonly skippedFilters: number }
  | { readonly kind: 'implicit' | 'fixed array' | 'extensible array' | 'B-tree 1' | 'B-tree 2' | 'unknown' };

export interface StoredFilter {
  readonly id: number;
  readonly parameters: readonly number[];
}

const DATASPACE = 0x01;
const DATATYPE = 0x03;
const OLD_FILL_VALUE = 0x04;
const FILL_VALUE = 0x05;
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
  const fill = find(FILL_VALUE);
  const oldFill = find(OLD_FILL_VALUE);
  return {
    type: stored,
    ...readExtent(space.body),
    fill: fill !== undefined ? readFill(fill.body) : oldFill === undefined ? null : readFillBytes(oldFill.body),
    layout: isElsewhere ? { kind: 'virtual' } : readLayout(layout.body, reader, stored),
    filters: pipeline === undefined ? [] : readFilters(pipeline.body),
  };
}

/** More dimensions the format does not allow. */
const MOST_DIMENSIONS = 32;

export const readSpace = (body: BlockReader): readonly number[] => readExtent(body).shape;

const HAS_MOST_SIZES = 1;

function readExtent(body: BlockReader): Pick<StoredDataset, 'shape' | 'mostShape'> {
  const version = body.u8();
  const rank = body.u8();
  if (rank > MOST_DIMENSIONS) throw body.damaged(`a dataspace of ${rank} dimensions`);
  const flags = body.u8();
  body.skip(version === 1 ? 5 : 1);
  const shape = Array.from({ length: rank }, () => body.length());
  const mostShape = (flags & HAS_MOST_SIZES) === 0 ? shape : shape.map(() => body.address());
  return { shape, mostShape };
}

/** Version 3: a value is there (specification IV.A.2.f). */
const HAS_FILL = 0x20;

function readFill(body: BlockReader): Uint8Array | null {
  const version = body.u8();
  if (version >= 3) return (body.u8() & HAS_FILL) === 0 ? null : readFillBytes(body);
  body.skip(2);
  const isDefined = body.u8() !== 0;
  return isDefined ? readFillBytes(body) : null;
}

function readFillBytes(body: BlockReader): Uint8Array | null {
  if (body.left < 4) return null;
  const bytes = body.u32();
  return bytes === 0 || bytes > body.left ? null : body.raw(bytes);
}

/** The sizes of a single chunk are those behind its filters. */
const SINGLE_IS_FILTERED = 2;
const LEAVES_EDGES_PLAIN = 1;

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
    const address = body.address();
    const chunkShape = Array.from({ length: rank }, () => body.u32()).slice(0, -1);
    return { kind: 'chunked', chunkShape, index: { kind: 'B-tree 1' }, address, leavesEdgesPlain: false };
  }
  const flags = body.u8();
  const rank = body.u8();
  const sizeBytes = body.u8();
  const chunkShape = Array.from({ length: rank }, () => body.sized(sizeBytes)).slice(0, -1);
  const index: ChunkIndex = version === 4 ? readIndex(body, flags) : { kind: 'unknown' };
  const address = index.kind === 'unknown' ? null : body.address();
  return { kind: 'chunked', chunkShape, index, address, leavesEdgesPlain: (flags & LEAVES_EDGES_PLAIN) !== 0 };
}

/** With what stands before the index's address: parameters that the index itself repeats. */
function readIndex(body: BlockReader, flags: number): ChunkIndex {
  switch (body.u8()) {
    case 1:
      return (flags & SINGLE_IS_FILTERED) === 0
        ? { kind: 'single', bytes: null, skippedFilters: 0 }
        : { kind: 'single', bytes: body.length(), skippedFilters: body.u32() };
    case 2:
      return { kind: 'implicit' };
    case 3:
      body.skip(1);
      return { kind: 'fixed array' };
    case 4:
      body.skip(5);
      return { kind: 'extensible array' };
    case 5:
      body.skip(4 + 1 + 1);
      return { kind: 'B-tree 2' };
    default:
      return { kind: 'unknown' };
  }
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
  if (layoutClass === 2) {
    const chunkShape = sizes.slice(0, -1);
    return { kind: 'chunked', chunkShape, index: { kind: 'B-tree 1' }, address: stored, leavesEdgesPlain: false };
  }
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
