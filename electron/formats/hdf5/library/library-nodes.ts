/** Groups, datasets and links of a file as HDF5's library lists them: also of groups and attributes that our parser does not read. */
import { isCrosslineError } from '../../../../shared/errors.ts';
import type { AttributeValue } from '../read/attribute.ts';
import type { StoredDataset, StoredLayout } from '../read/dataset.ts';
import { typeOfMetadata } from './metadata-type.ts';
import type { LibraryFile } from './library-file.ts';

export interface LibraryNode {
  /** From the root: `/`, `/Cube/ilines`. */
  readonly path: string;
  readonly kind: 'group' | 'dataset' | 'link' | 'type';
  /** Of its object header, behind a user block; null where the library does not tell. */
  readonly address: number | null;
  /** Null: of a type that is not shown. */
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  /** Where contiguous elements lie the library does not tell. Null too where it does not know the type. */
  readonly dataset: (StoredDataset & Pick<LibraryDataset, 'scales' | 'labels'>) | null;
  readonly target: string | null;
}

interface LibraryDataset {
  /** Of each axis, the paths of the dimension scales attached to it. */
  readonly scales: readonly (readonly string[])[];
  readonly labels: readonly (string | null)[];
}

export interface LibraryListing {
  readonly nodes: readonly LibraryNode[];
  readonly isCut: boolean;
}

/** A list of more is no help, and links may lead in circles. */
const MOST_NODES = 2000;
const DEEPEST = 32;

/** Parents before children. What cannot be read is left out; @throws CrosslineError not-hdf5 where not even the root can be */
export function listNodes(file: LibraryFile): LibraryListing {
  const nodes: LibraryNode[] = [];
  const seen = new Map<number, string>();
  let isCut = false;
  const visit = (path: string, depth: number): void => {
    if (nodes.length >= MOST_NODES || depth > DEEPEST) {
      isCut = true;
      return;
    }
    const node = describeNode(file, path);
    if (node === null) return;
    // Links may lead back to a group above, or to one that has another name.
    const other = node.address === null || node.kind !== 'group' ? undefined : seen.get(node.address);
    if (other !== undefined) {
      nodes.push({ ...node, kind: 'link', attributes: {}, dataset: null, target: other });
      return;
    }
    nodes.push(node);
    if (node.kind !== 'group') return;
    if (node.address !== null) seen.set(node.address, path);
    const names = attempt(() => file.ask(path, (module, fileId) => module.get_names(fileId, path, false))) ?? [];
    for (const name of names) visit(path === '/' ? `/${name}` : `${path}/${name}`, depth + 1);
  };
  visit('/', 0);
  return { nodes, isCut };
}

/** Undefined where the library fails at it. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (thrown) {
    if (!isCrosslineError(thrown)) throw thrown;
    return undefined;
  }
}

function describeNode(file: LibraryFile, path: string): LibraryNode | null {
  const bare = { path, address: null, attributes: {}, dataset: null, target: null };
  const target = path === '/' ? null : linkTarget(file, path);
  if (target !== null) return { ...bare, kind: 'link', target };
  const type = attempt(() => file.ask(path, (module, fileId) => module.get_type(fileId, path)));
  const { H5G_GROUP, H5G_DATASET, H5G_TYPE } = file.library.module;
  switch (type) {
    case H5G_GROUP:
      return { ...bare, kind: 'group', address: addressOf(file, path), attributes: attributesOf(file, path) };
    case H5G_DATASET: {
      const dataset = attempt(() => describeDataset(file, path)) ?? null;
      const address = addressOf(file, path);
      return { ...bare, kind: 'dataset', address, attributes: attributesOf(file, path), dataset };
    }
    case H5G_TYPE:
      return { ...bare, kind: 'type' };
    default:
      return null;
  }
}

/** Of soft links and links into other files, which are named, not followed; null of all else. */
function linkTarget(file: LibraryFile, path: string): string | null {
  const external = attempt(() => file.ask(path, (module, fileId) => module.get_external_link(fileId, path)));
  if (external?.filename !== undefined) return `${external.filename}:${external.obj_path}`;
  return attempt(() => file.ask(path, (module, fileId) => module.get_symbolic_link(fileId, path))) ?? null;
}

/** An object reference is its address, little-endian. */
export function addressOf(file: LibraryFile, path: string): number | null {
  const reference = attempt(() => file.ask(path, (module, fileId) => module.create_object_reference(fileId, path)));
  if (reference?.length !== 8) return null;
  const address = Number(new DataView(Uint8Array.from(reference).buffer).getBigUint64(0, true));
  return Number.isSafeInteger(address) ? address : null;
}

const UNKNOWN_CHUNKS = { kind: 'chunked', index: { kind: 'unknown' }, address: null, leavesEdgesPlain: false } as const;

function describeDataset(file: LibraryFile, path: string): LibraryNode['dataset'] {
  const metadata = file.metadata(path);
  const shape = metadata.shape ?? [];
  const filters = file.ask(path, (module, fileId) => module.get_dataset_filters(fileId, path));
  const scalesOf = (axis: number): string[] =>
    attempt(() => file.ask(path, (module, fileId) => module.get_attached_scales(fileId, path, axis))) ?? [];
  const labels = attempt(() => file.ask(path, (module, fileId) => module.get_dimension_labels(fileId, path)));
  const layout: StoredLayout =
    metadata.virtual_sources !== undefined
      ? { kind: 'virtual' }
      : metadata.chunks !== null
        ? { ...UNKNOWN_CHUNKS, chunkShape: metadata.chunks }
        : { kind: 'contiguous', address: null, bytes: metadata.size * metadata.total_size };
  return {
    type: typeOfMetadata(metadata, file.library.module),
    shape,
    mostShape: shape,
    layout,
    filters: filters.map(({ id, cd_values }) => ({ id, parameters: cd_values })),
    fill: null,
    scales: shape.map((_, axis) => scalesOf(axis)),
    labels: shape.map((_, axis) => labels?.[axis] ?? null),
  };
}

/** Attributes that HDF5 and netCDF keep for themselves; scales are listed with their dataset. */
const BOOKKEEPING = /^(DIMENSION_LIST|DIMENSION_LABELS|REFERENCE_LIST|_Netcdf4\w+|_NCProperties|_nc3_strict)$/;
/** More values are nobody's description. */
const MOST_VALUES = 4096;

function attributesOf(file: LibraryFile, path: string): Record<string, AttributeValue> {
  const names = attempt(() => file.ask(path, (module, fileId) => module.get_attribute_names(fileId, path))) ?? [];
  const attributes: Record<string, AttributeValue> = {};
  for (const name of names) {
    if (BOOKKEEPING.test(name)) continue;
    const value = attempt(() => readAttribute(file, path, name)) ?? null;
    Object.defineProperty(attributes, name, { value, enumerable: true, configurable: true });
  }
  return attributes;
}

function readAttribute(file: LibraryFile, path: string, name: string): AttributeValue {
  return file.ask(`${path}@${name}`, (module, fileId) => {
    const { H5T_class_t: classes } = module;
    const attribute = new file.library.h5.Attribute(fileId, path, name);
    const { type, total_size: count } = attribute.metadata;
    const isShown =
      type === classes.H5T_INTEGER.value || type === classes.H5T_FLOAT.value || type === classes.H5T_STRING.value;
    return isShown && count <= MOST_VALUES ? (attribute.json_value as AttributeValue) : null;
  });
}
