/** Everything that an HDF5 file says of itself, as plain data. */
import type { OpenFile } from '../../../native/native-reader.ts';
import { hasAttributesElsewhere, readAttributes, type AttributeValue } from './attribute.ts';
import { readScales } from './dimension-list.ts';
import { readDataset, type StoredDataset } from './dataset.ts';
import { readLinks } from './group.ts';
import type { MetadataReader } from './metadata-reader.ts';
import { readObjectHeader } from './object-header.ts';
import { readSuperblock } from './superblock.ts';

export interface StoredNode {
  /** From the root, without a slash before: `Cube/ilines`; empty for the root. */
  readonly path: string;
  /** Of its object header. */
  readonly address: number;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  /** Of each axis of a dataset, the addresses of the dimension scales attached to it. */
  readonly scales: readonly (readonly number[])[];
  /** Null for a group. */
  readonly dataset: StoredDataset | null;
  /** Links or attributes lie in a structure that is not read here. */
  readonly isIncomplete: boolean;
}

/** A survey file has tens. */
const MOST_NODES = 100_000;
const DEEPEST = 64;

/** @throws CrosslineError not-hdf5 */
export async function readTree(file: OpenFile): Promise<readonly StoredNode[]> {
  const { reader, rootAddress } = await readSuperblock(file);
  const nodes: StoredNode[] = [];
  await visit(reader, rootAddress, '', 0, new Set(), nodes);
  return nodes;
}

/** What the header at an address says of a dataset; null where there is none. @throws CrosslineError not-hdf5 */
export async function datasetReader(file: OpenFile): Promise<(address: number) => Promise<StoredDataset | null>> {
  const { reader } = await readSuperblock(file);
  return async (address) => readDataset(await readObjectHeader(reader, address), reader);
}

/** @param above addresses of the groups above, since a link may lead back to one */
async function visit(
  reader: MetadataReader,
  address: number,
  path: string,
  depth: number,
  above: ReadonlySet<number>,
  nodes: StoredNode[],
): Promise<void> {
  if (above.has(address) || depth > DEEPEST) return;
  if (nodes.length >= MOST_NODES) throw reader.damaged(`it has more than ${MOST_NODES} objects`);
  const messages = await readObjectHeader(reader, address);
  const attributes = await readAttributes(messages, reader);
  const dataset = readDataset(messages, reader);
  const group = dataset === null ? await readLinks(messages, reader) : null;
  const scales = dataset === null ? [] : await readScales(messages, dataset.shape.length, reader);
  const isIncomplete = group?.isIncomplete === true || hasAttributesElsewhere(messages);
  nodes.push({ path, address, attributes, scales, dataset, isIncomplete });
  const deeper = new Set([...above, address]);
  for (const [name, child] of group?.links ?? []) {
    await visit(reader, child, path === '' ? name : `${path}/${name}`, depth + 1, deeper, nodes);
  }
}
