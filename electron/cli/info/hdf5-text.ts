import { describeFault, type CrosslineFault } from '../../../shared/errors.ts';
import type { Hdf5Dataset, Hdf5Node, Hdf5Outline } from '../../../shared/hdf5/hdf5-outline.ts';
import { mappingOptionsText } from '../../../shared/mapping/mapping-options-text.ts';
import { columnsText, type ColumnHead } from '../output/columns-text.ts';

const HEADS: readonly ColumnHead[] = [
  ['Object', 'left'],
  ['Shape', 'left'],
  ['Type', 'left'],
  ['Stored', 'left'],
];

/** What an HDF5 file holds, for people: a tree, and how it can be read where it does not say so itself. */
export function hdf5Text(path: string, fault: CrosslineFault | null, { nodes, isCut, proposals }: Hdf5Outline): string {
  const tree = treeText(nodes);
  const cut = isCut ? '\nThere is more than is listed.\n' : '';
  if (fault === null) return `${tree}${cut}`;
  const { message, advice } = describeFault(fault);
  // The rest of each follows from these two.
  const ways = proposals.slice(0, MOST_WAYS).map(({ overrides: { dataset, axes }, reasons }) => {
    const options = mappingOptionsText({ dataset, axes });
    return `  ${options}\n    ${reasons.join(' ')}\n`;
  });
  const offered = ways.length === 0 ? '' : `\nIt may be read by:\n${ways.join('')}`;
  return `${path}\n\n${tree}${cut}\n${message}\n${advice}\n${offered}`;
}

/** The rest are in the tree. */
const MOST_WAYS = 8;

const STEP = '  ';

/** Attributes stand below their object, outside the columns. */
function treeText(nodes: readonly Hdf5Node[]): string {
  const [head = '', ...lines] = columnsText(HEADS, nodes.map(rowOf)).split('\n');
  const all = nodes.flatMap((node, i) => [
    lines[i] ?? '',
    ...node.attributes.map(
      ({ name, text }) => `${indentOf(node)}${STEP}@${name} = ${text.replace(/\s*\n\s*/g, ' / ')}`,
    ),
  ]);
  return `${[head, ...all].join('\n')}\n`;
}

const indentOf = ({ path }: Hdf5Node): string => STEP.repeat(path === '/' ? 0 : path.split('/').length - 1);

function rowOf(node: Hdf5Node): string[] {
  const { path, kind, dataset, target } = node;
  const name = path === '/' ? '/' : path.slice(path.lastIndexOf('/') + 1);
  const shown = kind === 'group' && path !== '/' ? `${name}/` : name;
  return target !== null
    ? [`${indentOf(node)}${shown} -> ${target}`, '', '', '']
    : [`${indentOf(node)}${shown}`, shapeText(dataset), dataset?.type ?? '', storedText(dataset)];
}

/** With the names of its axes where it says them: `iline 23 x xline 18 x twt 75`. */
export function shapeText(dataset: Hdf5Dataset | null): string {
  if (dataset === null) return '';
  if (dataset.shape.length === 0) return 'one value';
  return dataset.shape
    .map((size, axis) => {
      const scale = dataset.scales[axis]?.[0];
      const name = scale === undefined ? dataset.labels[axis] : scale.slice(scale.lastIndexOf('/') + 1);
      return name === null || name === undefined || name === '' ? String(size) : `${name} ${size}`;
    })
    .join(' x ');
}

export function storedText(dataset: Hdf5Dataset | null): string {
  if (dataset === null) return '';
  const { storage, chunkShape, filters, fill } = dataset;
  const parts = [
    chunkShape === null ? storage : `chunks of ${chunkShape.join(' x ')}`,
    ...filters,
    ...(fill === null || fill === 0 ? [] : [`fill ${fill}`]),
  ];
  return parts.join(', ');
}
