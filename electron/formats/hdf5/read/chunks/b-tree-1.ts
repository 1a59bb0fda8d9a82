/** Version 1 B-trees of chunks (specification III.A.1, node type 1): what all files before HDF5 1.10 have. */
import type { MetadataReader } from '../metadata-reader.ts';
import type { ChunkGrid, ChunkTableBuilder } from './chunk-table.ts';

const NODE_HEADER_BYTES = 24;
const CHUNK_NODE = 1;
/** Nodes of one tree, whose chunks are counted too. */
const MOST_NODES = 1_000_000;

export async function readBTree1(
  address: number,
  { chunkShape }: ChunkGrid,
  reader: MetadataReader,
  builder: ChunkTableBuilder,
): Promise<void> {
  const waiting = [address];
  const seen = new Set<number>();
  while (waiting.length > 0) {
    const at = waiting.pop()!;
    if (seen.has(at) || seen.size > MOST_NODES) throw reader.damaged('a tree of chunks does not end');
    seen.add(at);
    const header = await reader.block(at, NODE_HEADER_BYTES);
    if (header.ascii(4) !== 'TREE' || header.u8() !== CHUNK_NODE) throw reader.damaged(`no tree of chunks at ${at}`);
    const level = header.u8();
    const entries = header.u16();
    const entryBytes = 4 + 4 + 8 * (chunkShape.length + 1) + 8;
    const node = await reader.block(at + NODE_HEADER_BYTES, entries * entryBytes);
    for (let i = 0; i < entries; i += 1) {
      const [bytes, skippedFilters] = [node.u32(), node.u32()];
      const start = chunkShape.map(() => node.length());
      node.skip(8);
      const child = node.address();
      if (level > 0) {
        if (child !== null) waiting.push(child);
        continue;
      }
      const place = start.map((element, axis) => element / chunkShape[axis]!);
      if (!place.every(Number.isInteger)) throw reader.damaged(`a chunk at element ${start.join(', ')}`);
      builder.add(place, child, bytes, skippedFilters);
    }
  }
}
