/** The version 1 B-tree that finds a dataset's chunks (specification III.A.1, node type 1). Every HDF5 library reads it. */
import { ByteWriter, UNDEFINED_ADDRESS } from './byte-writer.ts';
import type { Place } from './place.ts';
import type { ChunkList, StoredChunk } from './hdf5-tree.ts';

/** Twice the library's default of 32 for files without a superblock extension that says otherwise. */
const MOST_CHILDREN = 64;
const CHUNK_NODE = 1;

type Key = Pick<StoredChunk, 'start' | 'bytes' | 'skippedFilters'>;

interface Child {
  readonly key: Key;
  readonly address: number;
}

interface Children {
  readonly count: number;
  readonly at: (index: number) => Child;
}

/**
 * @param chunks at least one
 * @param shape of the dataset: the key behind the last child lies beyond it
 * @returns address of the root
 */
export function writeChunkIndex(chunks: ChunkList, shape: readonly number[], place: Place): number {
  const beyond: Key = { start: shape, bytes: 0, skippedFilters: 0 };
  let children: Children = {
    count: chunks.count,
    at: (index) => {
      const chunk = chunks.at(index);
      return { key: chunk, address: chunk.address };
    },
  };
  for (let level = 0; ; level += 1) {
    const nodes: Child[] = [];
    for (let first = 0; first < children.count; first += MOST_CHILDREN) {
      const end = Math.min(children.count, first + MOST_CHILDREN);
      const own = Array.from({ length: end - first }, (_, i) => children.at(first + i));
      const next = end < children.count ? children.at(end).key : beyond;
      nodes.push({ key: own[0]!.key, address: place(encodeNode(level, own, next, shape.length)) });
    }
    if (nodes.length === 1) return nodes[0]!.address;
    children = { count: nodes.length, at: (index) => nodes[index]! };
  }
}

/** Nodes of a level need not know their neighbours: readers come down from the root. */
function encodeNode(level: number, children: readonly Child[], next: Key, rank: number): Uint8Array {
  const writer = new ByteWriter().ascii('TREE').u8(CHUNK_NODE, level).u16(children.length);
  writer.u64(UNDEFINED_ADDRESS).u64(UNDEFINED_ADDRESS);
  const key = ({ bytes, start, skippedFilters }: Key): void => {
    writer.u32(bytes).u32(skippedFilters);
    for (const index of start) writer.u64(index);
    writer.u64(0);
  };
  for (const child of children) {
    key(child.key);
    writer.u64(child.address);
  }
  key(next);
  // Readers take whole nodes, however many children they have.
  const keyBytes = 8 + 8 * (rank + 1);
  const wholeBytes = 24 + MOST_CHILDREN * 8 + (MOST_CHILDREN + 1) * keyBytes;
  return writer.raw(new Uint8Array(wholeBytes - writer.length)).bytes();
}
