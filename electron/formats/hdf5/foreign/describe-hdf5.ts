/** What an HDF5 file holds, and the survey in it. Runs in the process that parses such files. */
import { createHash } from 'node:crypto';
import { CrosslineError, isCrosslineError } from '../../../../shared/errors.ts';
import type { DatasetMapping } from '../../../../shared/hdf5/dataset-mapping.ts';
import type { Hdf5Outline } from '../../../../shared/hdf5/hdf5-outline.ts';
import type { MappingOverrides } from '../../../../shared/mapping/segy-mapping.ts';
import type { OpenFile } from '../../../native/native-reader.ts';
import { LibraryFile } from '../library/library-file.ts';
import { listNodes } from '../library/library-nodes.ts';
import { datasetReader, readTree, type StoredNode } from '../read/read-tree.ts';
import type { CubeDescription } from '../source/cube-description.ts';
import { describeOwnCube } from '../source/describe-cube.ts';
import { describeDataset } from './describe-dataset.ts';
import { isDataset } from './dataset-guess.ts';
import { nodesOfListing, nodesOfTree, type ForeignNode } from './foreign-node.ts';
import { outlineNode } from './outline-of-nodes.ts';
import { proposeDatasets } from './propose-datasets.ts';
import { repackedCube } from './repacked-cube.ts';
import { libraryNumberReader, plainNumberReader, type NumberReader } from './read-numbers.ts';
import { overridesOfSettled, settleDataset } from './settle-dataset.ts';

export interface Hdf5Content extends Pick<Hdf5Outline, 'nodes' | 'isCut' | 'proposals'> {
  readonly structure: string;
}

/** @throws CrosslineError not-hdf5, io-failed */
export async function outlineHdf5(file: OpenFile): Promise<Hdf5Content> {
  return await withLibrary(file, ({ nodes, isCut }) => ({
    nodes: nodes.map(outlineNode),
    isCut,
    proposals: proposeDatasets(nodes),
    structure: structureOf(nodes),
  }));
}

/**
 * Our own cube file as it is; of others the dataset that the overrides name, or the one that is certainly the survey.
 * @throws CrosslineError choose-dataset where none is certain, usage where the overrides do not fit, not-hdf5, io-failed
 */
export async function describeHdf5(file: OpenFile, overrides: MappingOverrides): Promise<CubeDescription> {
  const tree = await readTreeOrFault(file);
  if (!isCrosslineError(tree)) {
    const own = overrides.dataset === undefined ? await ifReadable(describeOwnCube(file, tree)) : null;
    const plain = own ?? (await describePlain(file, tree, overrides));
    if (plain !== null) return plain;
  }
  return await withLibrary(file, ({ nodes, library }) =>
    describeChosen(file, nodes, libraryNumberReader(library, nodes), overrides),
  );
}

/** Null for what the library may still read. */
async function ifReadable<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (thrown) {
    if (isCrosslineError(thrown) && ['choose-dataset', 'not-hdf5', 'usage'].includes(thrown.fault.code)) return null;
    throw thrown;
  }
}

/** What is certain and can be mapped needs no library, which takes longer to load than all else; null of any other file. */
async function describePlain(
  file: OpenFile,
  tree: readonly StoredNode[],
  overrides: MappingOverrides,
): Promise<CubeDescription | null> {
  if (tree.some(({ isIncomplete }) => isIncomplete)) return null;
  // The library may see more: links into other places, line numbers that are compressed in its own ways.
  const reading = describeChosen(file, nodesOfTree(tree), plainNumberReader(file, tree), overrides);
  const description = await ifReadable(reading);
  return description?.decoded === null ? description : null;
}

async function describeChosen(
  file: OpenFile,
  nodes: readonly ForeignNode[],
  read: NumberReader,
  overrides: MappingOverrides,
): Promise<CubeDescription> {
  const settled = settleDataset(chosenOverrides(file, nodes, overrides), nodes);
  const { settled: chosen, ...description } = await describeDataset(settled, nodes, read, file);
  return {
    ...description,
    format: formatOf(nodes),
    chosen: { overrides: overridesOfSettled(chosen), structure: structureOf(nodes) },
  };
}

/** HDF5's library may read what our parser does not. */
async function readTreeOrFault(file: OpenFile): Promise<readonly StoredNode[] | CrosslineError> {
  try {
    return await readTree(file);
  } catch (thrown) {
    if (isCrosslineError(thrown) && thrown.fault.code === 'not-hdf5') return thrown;
    throw thrown;
  }
}

interface KnownNodes {
  readonly nodes: readonly ForeignNode[];
  readonly isCut: boolean;
  readonly library: LibraryFile;
}

async function withLibrary<T>(file: OpenFile, use: (known: KnownNodes) => T | Promise<T>): Promise<T> {
  const library = await LibraryFile.open(file.path);
  try {
    const { nodes: listed, isCut } = listNodes(library);
    const nodes = await nodesOfListing(listed, await datasetReader(file).catch(() => null));
    return await use({ nodes, isCut, library });
  } finally {
    library.close();
  }
}

function chosenOverrides(
  { path }: OpenFile,
  nodes: readonly ForeignNode[],
  overrides: MappingOverrides,
): MappingOverrides & Pick<DatasetMapping, 'dataset'> {
  if (overrides.dataset !== undefined) return { ...overrides, dataset: overrides.dataset };
  const cube = repackedCube(nodes);
  if (cube !== null) return { ...cube, ...overrides, dataset: cube.dataset };
  const proposals = proposeDatasets(nodes);
  const certain = proposals.find(({ isCertain }) => isCertain);
  // A proposal is complete.
  if (certain !== undefined) return { ...(certain.overrides as DatasetMapping), ...overrides };
  if (proposals.length === 0) {
    const reason = 'no dataset in it holds numbers along two or more axes';
    throw new CrosslineError({ code: 'not-hdf5', path, reason });
  }
  const datasets = proposals.map(({ overrides: each }) => each.dataset ?? '');
  throw new CrosslineError({ code: 'choose-dataset', path, datasets });
}

const SEGYSAK_NAMES = ['/data', '/twt', '/depth', '/iline', '/xline', '/cdp'];

function formatOf(nodes: readonly ForeignNode[]): string {
  const found = nodes.filter(({ path }) => SEGYSAK_NAMES.includes(path));
  return found.length >= 3 && nodes.some(({ path }) => path === '/data') ? 'SEGY-SAK NetCDF' : 'HDF5';
}

function structureOf(nodes: readonly ForeignNode[]): string {
  const lines = nodes
    .filter(isDataset)
    .map(
      ({ path, dataset: { shape, type } }) =>
        `${path} ${shape.length} ${type.kind} ${'bytes' in type ? type.bytes : ''}`,
    );
  return createHash('sha256').update(lines.toSorted().join('\n')).digest('hex');
}
