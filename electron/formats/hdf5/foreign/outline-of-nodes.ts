/** A file's objects in words, for the tree of the dialog and of `crossline info`. */
import type { Hdf5Attribute, Hdf5Dataset, Hdf5Node } from '../../../../shared/hdf5/hdf5-outline.ts';
import { elementValue, isNumeric } from '../library/element-values.ts';
import type { AttributeValue } from '../read/attribute.ts';
import type { StoredFilter } from '../read/dataset.ts';
import type { StoredType } from '../read/datatype.ts';
import type { ForeignDataset, ForeignNode } from './foreign-node.ts';

export const outlineNode = ({ path, kind, attributes, dataset, target }: ForeignNode): Hdf5Node => ({
  path,
  kind,
  attributes: Object.entries(attributes).map(([name, value]): Hdf5Attribute => ({ name, text: valueText(value) })),
  dataset: dataset && outlineDataset(dataset),
  target,
});

const outlineDataset = ({ shape, type, layout, filters, fill, scales, labels }: ForeignDataset): Hdf5Dataset => ({
  shape,
  type: typeText(type),
  isNumeric: isNumeric(type),
  storage: storageText(layout),
  chunkShape: layout.kind === 'chunked' ? layout.chunkShape : null,
  filters: filters.map(filterText),
  fill: fill === null ? null : elementValue(fill, type),
  scales,
  labels,
});

/** Longer values are cut. */
const MOST_CHARACTERS = 200;
const MOST_VALUES = 12;

function valueText(value: AttributeValue): string {
  if (value === null) return '(not shown)';
  const text = Array.isArray(value)
    ? value.length > MOST_VALUES
      ? `${value.slice(0, MOST_VALUES).join(', ')}, … (${value.length})`
      : value.join(', ')
    : String(value);
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}

function typeText(type: StoredType): string {
  const bits = (bytes: number): string => String(8 * bytes);
  const order = 'byteOrder' in type && type.bytes > 1 ? `, ${type.byteOrder}-endian` : '';
  switch (type.kind) {
    case 'integer':
      return `${type.isSigned ? 'int' : 'uint'}${bits(type.bytes)}${order}`;
    case 'packed':
      return `${type.isSigned ? 'int' : 'uint'}${type.precision} in ${bits(type.bytes)} bits${order}`;
    case 'float':
      return `float${bits(type.bytes)}${order}`;
    case 'text':
      return `text of ${type.bytes} bytes`;
    case 'variable-text':
      return 'text';
    case 'other':
      return type.className;
  }
}

function storageText(layout: ForeignDataset['layout']): string {
  if (layout.kind === 'virtual') return 'in other files or datasets';
  return layout.kind;
}

/** Registered numbers: https://github.com/HDFGroup/hdf5_plugins/blob/master/docs/RegisteredFilterPlugins.md */
const FILTER_NAMES: Readonly<Record<number, string>> = {
  1: 'gzip',
  2: 'shuffle',
  3: 'checksum',
  4: 'szip',
  5: 'nbit',
  6: 'scale-offset',
  307: 'bzip2',
  32000: 'lzf',
  32001: 'blosc',
  32004: 'lz4',
  32008: 'bitshuffle',
  32013: 'zfp',
  32015: 'zstd',
  32022: 'bit groom',
  32023: 'bit round',
  32026: 'blosc2',
};

function filterText({ id, parameters }: StoredFilter): string {
  const name = FILTER_NAMES[id] ?? `filter ${id}`;
  return id === 1 && parameters[0] !== undefined ? `${name} ${parameters[0]}` : name;
}
