/** Version 2 B-trees of chunks (specification III.A.2, record types 10 and 11), for datasets that grow along several axes. */
import type { BlockReader, MetadataReader } from '../metadata-reader.ts';
import type { ChunkGrid, ChunkTableBuilder } from './chunk-table.ts';

const PLAIN_CHUNKS = 10;
const FILTERED_CHUNKS = 11;
/** Signature, version, type and checksum. */
const NODE_OVERHEAD_BYTES = 4 + 1 + 1 + 4;
const NODE_PREFIX_BYTES = 4 + 1 + 1;
const HEADER_BYTES = 4 + 1 + 1 + 4 + 2 + 2 + 1 + 1 + 8 + 2 + 8;
/** Of a tree whose nodes hold two records each, more than all chunks that are read. */
const DEEPEST = 24;

export async function readBTree2(
  address: number,
  grid: ChunkGrid,
  reader: MetadataReader,
  builder: ChunkTableBuilder,
): Promise<void> {
  const header = await reader.block(address, HEADER_BYTES);
  if (header.ascii(4) !== 'BTHD') throw reader.damaged(`no tree of chunks at ${address}`);
  header.skip(1);
  const type = header.u8();
  const nodeBytes = header.u32();
  const recordBytes = header.u16();
  const depth = header.u16();
  header.skip(2);
  const root = header.address();
  const rootRecords = header.u16();
  const isKnown = (type === PLAIN_CHUNKS || type === FILTERED_CHUNKS) && recordBytes > 0 && depth <= DEEPEST;
  if (!isKnown) throw reader.damaged(`a tree of records of type ${type}, ${depth} levels deep`);
  if (root === null) return;
  const sizes = pointerSizes(nodeBytes, recordBytes, depth);
  const add = recordReader(type, recordBytes, grid, builder);
  const seen = new Set<number>();
  const visit = async (at: number, records: number, level: number): Promise<void> => {
    if (seen.has(at)) throw reader.damaged('a tree of chunks does not end');
    seen.add(at);
    const node = await reader.block(at, nodeBytes);
    if (node.ascii(4) !== (level === 0 ? 'BTLF' : 'BTIN')) throw reader.damaged(`no node of a tree of chunks at ${at}`);
    node.skip(NODE_PREFIX_BYTES - 4);
    for (let i = 0; i < records; i += 1) add(node.part(recordBytes));
    if (level === 0) return;
    const { countBytes, totalBytes } = sizes[level]!;
    for (let i = 0; i <= records; i += 1) {
      const child = node.address();
      const childRecords = littleEndian(node.raw(countBytes));
      node.skip(totalBytes);
      if (child !== null) await visit(child, childRecords, level - 1);
    }
  };
  await visit(root, rootRecords, depth);
}

/** Bytes of the two counts behind a child's address, in nodes of each level. They hold what a full node would need. */
function pointerSizes(nodeBytes: number, recordBytes: number, depth: number) {
  let most = Math.floor((nodeBytes - NODE_OVERHEAD_BYTES) / recordBytes);
  const countBytes = bytesOf(most);
  const sizes = [{ countBytes, totalBytes: 0 }];
  let below = 0;
  for (let level = 1; level <= depth; level += 1) {
    sizes.push({ countBytes, totalBytes: below });
    const pointerBytes = 8 + countBytes + below;
    const records = Math.floor((nodeBytes - NODE_OVERHEAD_BYTES - pointerBytes) / (recordBytes + pointerBytes));
    most = (records + 1) * most + records;
    below = bytesOf(most);
  }
  return sizes;
}

const bytesOf = (value: number): number => Math.max(1, Math.ceil(Math.log2(value + 1) / 8));

function littleEndian(bytes: Uint8Array): number {
  return bytes.reduceRight((value, byte) => value * 256 + byte, 0);
}

function recordReader(
  type: number,
  recordBytes: number,
  { chunkShape, chunkBytes }: ChunkGrid,
  builder: ChunkTableBuilder,
): (record: BlockReader) => void {
  const sizeBytes = recordBytes - 8 - 4 - 8 * chunkShape.length;
  return (record) => {
    const address = record.address();
    const bytes = type === FILTERED_CHUNKS ? littleEndian(record.raw(sizeBytes)) : chunkBytes;
    const skippedFilters = type === FILTERED_CHUNKS ? record.u32() : 0;
    builder.add(
      chunkShape.map(() => record.length()),
      address,
      bytes,
      skippedFilters,
    );
  };
}
