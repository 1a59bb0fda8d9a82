/** How a dataset is most likely to be read: by its dimension scales, the names beside it, and the order that is usual. */
import type { Domain } from '../../../../shared/axes.ts';
import type { AxisRole } from '../../../../shared/hdf5/axis-roles.ts';
import { COUNTED } from '../../../../shared/hdf5/axis-values.ts';
import { NO_DATASET, type SampleUnit } from '../../../../shared/hdf5/dataset-mapping.ts';
import type { CoordinateUnit } from '../../../../shared/mapping/segy-mapping.ts';
import { isNumeric } from '../library/element-values.ts';
import { coordinateOfName, domainOfName, groupOfPath, nameOfPath, roleOfName } from './axis-names.ts';
import type { ForeignDataset, ForeignNode } from './foreign-node.ts';
import { domainOfAttributes, feetOfAttributes, sampleStepOf, unitOfAttributes } from './attribute-words.ts';

export interface DatasetGuess {
  readonly path: string;
  readonly roles: readonly AxisRole[];
  /** Of each axis, as `axisValuesFromText` reads them. */
  readonly values: readonly string[];
  readonly sampleUnit: SampleUnit;
  readonly domain: Domain;
  readonly xDataset: string;
  readonly yDataset: string;
  readonly coordinateUnit: CoordinateUnit;
  /** Names say what every axis is, and nothing else could be meant. */
  readonly isNamed: boolean;
  readonly reasons: readonly string[];
}

type DatasetNode = ForeignNode & { readonly dataset: ForeignDataset };

export const isDataset = (node: ForeignNode): node is DatasetNode => node.dataset !== null;

/** A section needs two axes of more than one position. */
export const canBeSurvey = (node: ForeignNode): node is DatasetNode =>
  isDataset(node) &&
  isNumeric(node.dataset.type) &&
  node.dataset.shape.every((size) => size > 0) &&
  node.dataset.shape.filter((size) => size > 1).length >= 2;

interface NamedAxis {
  readonly role: ReturnType<typeof roleOfName>;
  /** Of the dataset with its values; null where there is none. */
  readonly values: string | null;
  readonly name: string | null;
}

export function guessDataset(node: DatasetNode, nodes: readonly ForeignNode[]): DatasetGuess {
  const { shape } = node.dataset;
  const scaled = scaledAxes(node, nodes);
  const isScaled = scaled.some(({ role }) => role !== null);
  const axes = isScaled ? scaled : namedBeside(node, nodes, scaled);
  const { roles, isNamed } = settleRoles(shape, axes);
  const sampleAxis = roles.indexOf('sample');
  const { name, values } = axes[sampleAxis]!;
  const domain = firstKnown(domainOfName(name ?? ''), domainOfAttributes(attributesNear(node, nodes)));
  const valuesNode = nodes.find(({ path }) => path === values);
  const step = values === null ? sampleStepOf(attributesNear(node, nodes)) : null;
  const coordinates = coordinatesFor(node, roles, nodes);
  return {
    path: node.path,
    roles,
    values: axes.map((axis, i) => axis.values ?? (i === sampleAxis && step !== null ? `0:${step.step}` : COUNTED)),
    sampleUnit: unitOfAttributes(valuesNode?.attributes ?? {}) ?? step?.unit ?? (domain === 'depth' ? 'm' : 'ms'),
    domain,
    ...coordinates,
    coordinateUnit: feetOfAttributes(attributesNear(node, nodes)) ? 'feet' : 'metres',
    isNamed,
    reasons: [
      isNamed
        ? `${isScaled ? 'Its dimension scales are' : 'Beside it lie'} ${axes.map((axis) => axis.name ?? '?').join(', ')}.`
        : `Nothing says what its axes are: taken to be ${roles.join(', ')}.`,
      ...(coordinates.xDataset === NO_DATASET
        ? []
        : [`Coordinates are in ${coordinates.xDataset} and ${coordinates.yDataset}.`]),
    ],
  };
}

const firstKnown = (...domains: readonly Domain[]): Domain => domains.find((each) => each !== 'unknown') ?? 'unknown';

/** Of the dataset, of its group and of the root. */
const attributesNear = ({ path, attributes }: ForeignNode, nodes: readonly ForeignNode[]) => [
  attributes,
  ...nodes.filter((node) => node.path === groupOfPath(path) || node.path === '/').map((node) => node.attributes),
];

function scaledAxes({ dataset }: DatasetNode, nodes: readonly ForeignNode[]): NamedAxis[] {
  return dataset.shape.map((size, axis) => {
    const scales = dataset.scales[axis] ?? [];
    const name = scales[0] === undefined ? (dataset.labels[axis] ?? null) : nameOfPath(scales[0]);
    const values = scales.find((path) => nodes.some((node) => node.path === path && isListOf(node, size)));
    return { role: name === null || name === '' ? null : roleOfName(name), name, values: values ?? null };
  });
}

/** A list of as many numbers beside the dataset, named for what it is, in the order that is usual where lengths are alike. */
function namedBeside(node: DatasetNode, nodes: readonly ForeignNode[], axes: readonly NamedAxis[]): NamedAxis[] {
  const { shape } = node.dataset;
  const near = [groupOfPath(node.path), '/'];
  const lists = nodes
    .filter((each) => isDataset(each) && each.dataset.shape.length === 1 && isNumeric(each.dataset.type))
    .filter(({ path }) => near.includes(groupOfPath(path)))
    .toSorted((one, other) => near.indexOf(groupOfPath(one.path)) - near.indexOf(groupOfPath(other.path)));
  const found = [...axes];
  for (const role of ['inline', 'crossline', 'sample', 'offset'] as const) {
    const free = (size: number): number => shape.findIndex((each, i) => each === size && found[i]!.role === null);
    const list = lists.find(
      ({ path, dataset }) => roleOfName(nameOfPath(path)) === role && free(dataset!.shape[0]!) >= 0,
    );
    if (list === undefined) continue;
    found[free(list.dataset!.shape[0]!)] = { role, name: nameOfPath(list.path), values: list.path };
  }
  return found;
}

const isListOf = (node: ForeignNode, size: number): boolean =>
  isDataset(node) && node.dataset.shape.length === 1 && node.dataset.shape[0] === size && isNumeric(node.dataset.type);

const LINES = ['inline', 'crossline', 'sample'] as const;

/** Named axes as named; of the others the last ones in the usual order, the rest fixed at their first position. */
function settleRoles(shape: readonly number[], axes: readonly NamedAxis[]): { roles: AxisRole[]; isNamed: boolean } {
  const roles: (AxisRole | null)[] = axes.map(({ role }, i) =>
    role === null || role === 'offset' || axes.findIndex((axis) => axis.role === role) !== i ? null : role,
  );
  const isFixed = axes.map(({ role }, i) => roles[i] === null && (role !== null || shape[i] === 1));
  const free = shape.map((_, i) => i).filter((i) => roles[i] === null && !isFixed[i]);
  const axisCount = free.length + roles.filter((role) => role !== null).length;
  const wanted = LINES.filter((role) => (role !== 'inline' || axisCount > 2) && !roles.includes(role));
  const isNamed = free.length === 0 && wanted.length === 0;
  // A lone inline axis is the section's only one.
  for (const role of wanted.toReversed()) {
    const axis = free.pop() ?? shape.findLastIndex((_, i) => roles[i] === null || roles[i] === 'inline');
    if (axis >= 0) roles[axis] = role;
  }
  return { roles: roles.map((role) => role ?? 0), isNamed };
}

/** A coordinate for each trace, in datasets near by. */
function coordinatesFor(
  node: DatasetNode,
  roles: readonly AxisRole[],
  nodes: readonly ForeignNode[],
): Pick<DatasetGuess, 'xDataset' | 'yDataset'> {
  const sizeOf = (role: AxisRole): number => node.dataset.shape[roles.indexOf(role)] ?? 1;
  const traces = sizeOf('inline') * sizeOf('crossline');
  const near = [groupOfPath(node.path), '/'];
  const find = (coordinate: 'x' | 'y'): string | undefined =>
    nodes.find(
      (each) =>
        isDataset(each) &&
        near.includes(groupOfPath(each.path)) &&
        coordinateOfName(nameOfPath(each.path)) === coordinate &&
        isNumeric(each.dataset.type) &&
        each.dataset.shape.length === (roles.includes('inline') ? 2 : 1) &&
        each.dataset.shape.reduce((product, size) => product * size, 1) === traces,
    )?.path;
  const [xDataset, yDataset] = [find('x'), find('y')];
  return xDataset === undefined || yDataset === undefined
    ? { xDataset: NO_DATASET, yDataset: NO_DATASET }
    : { xDataset, yDataset };
}
