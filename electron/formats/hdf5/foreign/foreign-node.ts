/** An object of an HDF5 file that another program wrote: what our parser and HDF5's library say of it, joined. */
import { isCrosslineError } from '../../../../shared/errors.ts';
import type { AttributeValue } from '../read/attribute.ts';
import type { StoredDataset } from '../read/dataset.ts';
import type { StoredNode } from '../read/read-tree.ts';
import type { LibraryNode } from '../library/library-nodes.ts';

export interface ForeignDataset extends StoredDataset {
  /** Of each axis: paths of its dimension scales, and its label. */
  readonly scales: readonly (readonly string[])[];
  readonly labels: readonly (string | null)[];
}

export interface ForeignNode {
  /** From the root: `/`, `/data`. */
  readonly path: string;
  readonly kind: LibraryNode['kind'];
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly dataset: ForeignDataset | null;
  readonly target: string | null;
}

/** As our parser has them: without links other than hard ones, and without labels of axes. */
export function nodesOfTree(tree: readonly StoredNode[]): readonly ForeignNode[] {
  const paths = new Map(tree.map(({ path, address }) => [address, `/${path}`]));
  return tree.map(({ path, attributes, dataset, scales }) => ({
    path: `/${path}`,
    kind: dataset === null ? 'group' : 'dataset',
    attributes,
    dataset: dataset && {
      ...dataset,
      scales: scales.map((axis) => axis.flatMap((address) => paths.get(address) ?? [])),
      labels: dataset.shape.map(() => null),
    },
    target: null,
  }));
}

/**
 * As the library lists them. Only our parser tells where elements lie, which bits of them count, and what fills gaps.
 * @param datasetAt what our parser reads at an address; null where it does not read the file
 */
export async function nodesOfListing(
  listing: readonly LibraryNode[],
  datasetAt: ((address: number) => Promise<StoredDataset | null>) | null,
): Promise<readonly ForeignNode[]> {
  const nodes: ForeignNode[] = [];
  for (const { address, dataset, ...node } of listing) {
    const stored = node.kind !== 'dataset' || address === null ? null : await parsed(datasetAt, address);
    const isKnown = stored !== null && stored.type.kind !== 'other';
    const isAlike = dataset === null || stored?.shape.join() === dataset.shape.join();
    const best = isKnown && isAlike ? stored : dataset;
    const axes = {
      scales: dataset?.scales ?? best?.shape.map(() => []) ?? [],
      labels: dataset?.labels ?? best?.shape.map(() => null) ?? [],
    };
    nodes.push({ ...node, dataset: best && { ...best, ...axes } });
  }
  return nodes;
}

async function parsed(
  datasetAt: ((address: number) => Promise<StoredDataset | null>) | null,
  address: number,
): Promise<StoredDataset | null> {
  try {
    return (await datasetAt?.(address)) ?? null;
  } catch (thrown) {
    if (!isCrosslineError(thrown) || thrown.fault.code !== 'not-hdf5') throw thrown;
    return null;
  }
}
