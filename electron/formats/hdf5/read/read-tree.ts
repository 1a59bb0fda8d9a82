/** Everything that an HDF5 file says of itself, as plain data. */
import type { OpenFile } from '../../../native/native-reader.ts';
import { readAttributes, type AttributeValue } from './attribute.ts';
import { readDataset, type StoredDataset } from './dataset.ts';
import { readLinks } from './group.ts';
import type { MetadataReader } from './metadata-reader.ts';
import { readObjectHeader } from './object-header.ts';
import { readSuperblock } from './superblock.ts';

export interface StoredNode {
  /** From the root, without a slash before: `Cube/ilines`; empty for the root. */
  readonly path: string;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  /** Null for a group. */
  readonly dataset: StoredDataset | null;
  /** Of a group: links lie in a structure that is not read here. */
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
  nodes.push({ path, attributes, dataset, isIncomplete: group?.isIncomplete ?? false });
  const deeper = new Set([...above, address]);
  for (const [name, child] of group?.links ?? []) {
    await visit(reader, child, path === '' ? name : `${path}/${name}`, depth + 1, deeper, nodes);
  }
}
