/** Extensible arrays of chunks (specification III.G): of datasets that grow along one axis. */
import type { BlockReader, MetadataReader } from '../metadata-reader.ts';
import { elementReader, FILTERED_CLIENT, type ElementReader } from './chunk-elements.ts';
import { MOST_CHUNKS, type ChunkGrid, type ChunkTableBuilder } from './chunk-table.ts';

const HEADER_BYTES = 4 + 8 + 6 * 8 + 8;
const BLOCK_PREFIX_BYTES = 4 + 1 + 1 + 8;
const CHECKSUM_BYTES = 4;

/** What its header says of the array. */
interface ArrayShape {
  readonly elementBytes: number;
  readonly indexElements: number;
  /** Of the first data blocks. */
  readonly blockElements: number;
  /** Addresses of data blocks in the first super block that has a block of its own. */
  readonly superBlockPointers: number;
  readonly pageElements: number;
  /** Bytes in which a block says where it begins. */
  readonly offsetBytes: number;
  readonly superBlocks: number;
  /** One more than the last element that was ever set. */
  readonly count: number;
}

export async function readExtensibleArray(
  address: number,
  grid: ChunkGrid,
  reader: MetadataReader,
  builder: ChunkTableBuilder,
): Promise<void> {
  const header = await reader.block(address, HEADER_BYTES);
  if (header.ascii(4) !== 'EAHD') throw reader.damaged(`no extensible array of chunks at ${address}`);
  header.skip(1);
  const isFiltered = header.u8() === FILTERED_CLIENT;
  const array = readShape(header, reader);
  const indexAddress = header.address();
  if (indexAddress === null) return;
  const unlimited = grid.mostShape.findIndex((most) => most === null);
  const add = elementReader(isFiltered, array.elementBytes, grid, unlimited < 0 ? null : unlimited, builder);
  await new ArrayWalk(array, reader, add).run(indexAddress);
}

function readShape(header: BlockReader, reader: MetadataReader): ArrayShape {
  const elementBytes = header.u8();
  const countBits = header.u8();
  const [indexElements, blockElements, superBlockPointers] = [header.u8(), header.u8(), header.u8()];
  const pageElements = 2 ** header.u8();
  header.skip(4 * 8);
  const count = header.length();
  header.skip(8);
  const superBlocks = 1 + countBits - Math.log2(blockElements);
  const isSound =
    count <= MOST_CHUNKS &&
    superBlockPointers >= 2 &&
    countBits <= 64 &&
    Number.isInteger(superBlocks) &&
    superBlocks > 0;
  if (!isSound) throw reader.damaged(`an extensible array of ${count} chunks`);
  const offsetBytes = Math.ceil(countBits / 8);
  return {
    elementBytes,
    indexElements,
    blockElements,
    superBlockPointers,
    pageElements,
    offsetBytes,
    superBlocks,
    count,
  };
}

/** Super block u holds 2^floor(u / 2) data blocks, each of 2^floor((u + 1) / 2) times the first ones' elements. */
class ArrayWalk {
  readonly #array: ArrayShape;
  readonly #reader: MetadataReader;
  readonly #add: ElementReader;
  /** Elements gone through. */
  #done = 0;

  constructor(array: ArrayShape, reader: MetadataReader, add: ElementReader) {
    this.#array = array;
    this.#reader = reader;
    this.#add = add;
  }

  async run(indexAddress: number): Promise<void> {
    const { elementBytes, indexElements, superBlockPointers, superBlocks, count } = this.#array;
    // The first super blocks have none of their own: the index has the addresses of their data blocks.
    const direct = Math.min(superBlocks, Math.floor(2 * Math.log2(superBlockPointers)));
    const directBlocks = 2 * (superBlockPointers - 1);
    const bytes = BLOCK_PREFIX_BYTES + indexElements * elementBytes + 8 * (directBlocks + superBlocks - direct);
    const index = await this.#reader.block(indexAddress, bytes);
    this.#check(index, 'EAIB', indexAddress);
    index.skip(BLOCK_PREFIX_BYTES - 4);
    for (let i = 0; i < indexElements; i += 1, this.#done += 1) {
      if (this.#done < count) this.#add(index, this.#done);
      else index.skip(elementBytes);
    }
    for (let u = 0; u < direct; u += 1) {
      for (let i = 0; i < this.#blocksIn(u); i += 1) await this.#readBlock(index.address(), this.#elementsIn(u), null);
    }
    for (let u = direct; u < superBlocks && this.#done < count; u += 1) await this.#readSuperBlock(index.address(), u);
  }

  #blocksIn(u: number): number {
    return 2 ** Math.floor(u / 2);
  }

  #elementsIn(u: number): number {
    return this.#array.blockElements * 2 ** Math.floor((u + 1) / 2);
  }

  async #readSuperBlock(address: number | null, u: number): Promise<void> {
    const { offsetBytes, pageElements } = this.#array;
    const [blocks, elements] = [this.#blocksIn(u), this.#elementsIn(u)];
    if (address === null) {
      this.#done += blocks * elements;
      return;
    }
    const mapBytes = elements > pageElements ? Math.ceil(elements / pageElements / 8) : 0;
    const bytes = BLOCK_PREFIX_BYTES + offsetBytes + blocks * (mapBytes + 8);
    const block = await this.#reader.block(address, bytes);
    this.#check(block, 'EASB', address);
    block.skip(BLOCK_PREFIX_BYTES - 4 + offsetBytes);
    const written = Array.from({ length: blocks }, () => (mapBytes === 0 ? null : block.raw(mapBytes)));
    for (let i = 0; i < blocks && this.#done < this.#array.count; i += 1) {
      await this.#readBlock(block.address(), elements, written[i]!);
    }
  }

  /** @param written one bit for each page, the highest first; null where the block is one piece */
  async #readBlock(address: number | null, elements: number, written: Uint8Array | null): Promise<void> {
    const { elementBytes, offsetBytes, pageElements, count } = this.#array;
    const first = this.#done;
    this.#done += elements;
    if (address === null || first >= count) return;
    const prefix = BLOCK_PREFIX_BYTES + offsetBytes;
    this.#check(await this.#reader.block(address, 4), 'EADB', address);
    if (written === null) {
      await this.#readElements(address + prefix, first, Math.min(elements, count - first));
      return;
    }
    let at = address + prefix + CHECKSUM_BYTES;
    for (let page = 0; page * pageElements < elements; page += 1) {
      const from = first + page * pageElements;
      if (((written[page >> 3]! >> (7 - (page & 7))) & 1) === 1 && from < count) {
        await this.#readElements(at, from, Math.min(pageElements, count - from));
      }
      at += pageElements * elementBytes + CHECKSUM_BYTES;
    }
  }

  async #readElements(address: number, first: number, elements: number): Promise<void> {
    const block = await this.#reader.block(address, elements * this.#array.elementBytes);
    for (let i = 0; i < elements; i += 1) this.#add(block, first + i);
  }

  #check(block: BlockReader, signature: string, address: number): void {
    if (block.ascii(4) !== signature) throw this.#reader.damaged(`no block of an array of chunks at ${address}`);
  }
}
