/** Fixed arrays of chunks (specification III.F): of datasets that cannot grow. */
import type { MetadataReader } from '../metadata-reader.ts';
import { elementReader, FILTERED_CLIENT } from './chunk-elements.ts';
import { MOST_CHUNKS, type ChunkGrid, type ChunkTableBuilder } from './chunk-table.ts';

const HEADER_BYTES = 4 + 1 + 1 + 1 + 1 + 8 + 8;
const BLOCK_PREFIX_BYTES = 4 + 1 + 1 + 8;
const CHECKSUM_BYTES = 4;

export async function readFixedArray(
  address: number,
  grid: ChunkGrid,
  reader: MetadataReader,
  builder: ChunkTableBuilder,
): Promise<void> {
  const header = await reader.block(address, HEADER_BYTES);
  if (header.ascii(4) !== 'FAHD') throw reader.damaged(`no fixed array of chunks at ${address}`);
  header.skip(1);
  const isFiltered = header.u8() === FILTERED_CLIENT;
  const elementBytes = header.u8();
  const pageElements = 2 ** header.u8();
  const count = header.length();
  const blockAddress = header.address();
  if (count > MOST_CHUNKS) throw reader.damaged(`an array of ${count} chunks`);
  if (blockAddress === null) return;
  const add = elementReader(isFiltered, elementBytes, grid, null, builder);
  const signature = await reader.block(blockAddress, 4);
  if (signature.ascii(4) !== 'FADB') throw reader.damaged(`no block of an array of chunks at ${blockAddress}`);
  const start = blockAddress + BLOCK_PREFIX_BYTES;
  if (count <= pageElements) {
    const block = await reader.block(start, count * elementBytes);
    for (let i = 0; i < count; i += 1) add(block, i);
    return;
  }
  // One bit for each page, the highest first: pages that were never written hold nothing.
  const pages = Math.ceil(count / pageElements);
  const written = (await reader.block(start, Math.ceil(pages / 8))).bytes;
  let at = start + written.length + CHECKSUM_BYTES;
  for (let page = 0; page < pages; page += 1) {
    const first = page * pageElements;
    const elements = Math.min(pageElements, count - first);
    if (((written[page >> 3]! >> (7 - (page & 7))) & 1) === 1) {
      const block = await reader.block(at, elements * elementBytes);
      for (let i = 0; i < elements; i += 1) add(block, first + i);
    }
    at += elements * elementBytes + CHECKSUM_BYTES;
  }
}
