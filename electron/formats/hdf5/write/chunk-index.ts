/** The version 1 B-tree that finds a dataset's chunks (specification III.A.1, node type 1). Every HDF5 library reads it. */
import { ByteWriter, UNDEFINED_ADDRESS } from './byte-writer.ts';
import type { Place } from './place.ts';
import type { StoredChunk } from './hdf5-tree.ts';

/** Twice the library's default of 32 for files without a superblock extension that says otherwise. */
const MOST_CHILDREN = 64;
const CHUNK_NODE = 1;

interface Child {
  readonly key: StoredChunk;
  readonly address: number;
}

/**
 * @param chunks in C order of their places; at least one
 * @param shape of the dataset: the key behind the last child lies beyond it
 * @returns address of the root
 */
export function writeChunkIndex(chunks: readonly StoredChunk[], shape: readonly number[], place: Place): number {
  let children: readonly Child[] = chunks.map((chunk) => ({ key: chunk, address: chunk.address }));
  for (let level = 0; ; level += 1) {
    const nodes: Child[] = [];
    for (let first = 0; first < children.length; first += MOST_CHILDREN) {
      const own = children.slice(first, first + MOST_CHILDREN);
      const next = children[first + MOST_CHILDREN]?.key ?? { start: shape, address: 0, bytes: 0 };
      nodes.push({ key: own[0]!.key, address: place(encodeNode(level, own, next, shape.length)) });
    }
    if (nodes.length === 1) return nodes[0]!.address;
    children = nodes;
  }
}

/** Nodes of a level need not know their neighbours: readers come down from the root. */
function encodeNode(level: number, children: readonly Child[], next: StoredChunk, rank: number): Uint8Array {
  const writer = new ByteWriter().ascii('TREE').u8(CHUNK_NODE, level).u16(children.length);
  writer.u64(UNDEFINED_ADDRESS).u64(UNDEFINED_ADDRESS);
  const key = ({ bytes, start }: StoredChunk): void => {
    writer.u32(bytes).u32(0);
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
