/** A dataset of somebody else's HDF5 file as a cube, read as its mapping says. */
import { fitWorldFromGrid } from '../../../../shared/geometry/fit-world-from-grid.ts';
import type { WorldFromGrid } from '../../../../shared/geometry/world-from-grid.ts';
import { NO_DATASET } from '../../../../shared/hdf5/dataset-mapping.ts';
import type { Finding } from '../../../../shared/survey.ts';
import { note, warning } from '../../segy/finding.ts';
import type { AxisRole } from '../../../../shared/hdf5/axis-roles.ts';
import { elementStrides } from '../library/plane-hyperslab.ts';
import type { CubeDescription, MappedVolume, Volume } from '../source/cube-description.ts';
import { formatOfType } from '../source/sample-format-of.ts';
import { readStoredChunks } from '../source/stored-chunks.ts';
import type { OpenFile } from '../../../native/native-reader.ts';
import type { StoredType } from '../read/datatype.ts';
import { axisNumbers } from './axis-numbers.ts';
import { lineAxis, sampleAxis } from './foreign-axes.ts';
import type { ForeignDataset, ForeignNode } from './foreign-node.ts';
import type { NumberReader } from './read-numbers.ts';
import { wrong, type SettledDataset } from './settle-dataset.ts';

export interface DescribedDataset extends Omit<CubeDescription, 'chosen' | 'format'> {
  readonly settled: SettledDataset;
}

/** @throws CrosslineError usage where the mapping does not fit the file, not-hdf5 */
export async function describeDataset(
  settled: SettledDataset,
  nodes: readonly ForeignNode[],
  read: NumberReader,
  file: OpenFile,
): Promise<DescribedDataset> {
  const { node, roles, sampleUnit, domain, coordinateUnit } = settled;
  const { dataset } = node;
  const sizeOf = (role: AxisRole): number => dataset.shape[roles.indexOf(role)] ?? 1;
  const numbersOf = async (role: 'inline' | 'crossline' | 'sample', text: string) =>
    roles.includes(role) ? await axisNumbers(text, { axis: role, count: sizeOf(role) }, nodes, read) : null;
  const inline = lineAxis(await numbersOf('inline', settled.inlineValues), sizeOf('inline'), 'Inline');
  const crossline = lineAxis(await numbersOf('crossline', settled.crosslineValues), sizeOf('crossline'), 'Crossline');
  const samples = sampleAxis(await numbersOf('sample', settled.sampleValues), sizeOf('sample'), {
    unit: sampleUnit,
    domain,
  });
  const world = await worldOf(settled, [sizeOf('inline'), sizeOf('crossline')], nodes, read);
  const stored = await storedVolume(settled, file);
  return {
    settled,
    inline: inline.axis,
    crossline: crossline.axis,
    samples: samples.axis,
    volumes: [stored ?? decodedVolume(settled)],
    decoded: stored === null ? node.path : null,
    worldFromGrid: world.worldFromGrid,
    coordinateUnit,
    liveMask: null,
    statistics: null,
    headers: null,
    origin: null,
    findings: [
      ...inline.findings,
      ...crossline.findings,
      ...samples.findings,
      ...world.findings,
      ...fixedAxes(settled),
      ...packed(node),
      ...(stored === null ? [decodedNote(dataset)] : []),
    ],
  };
}

const decodedNote = (dataset: ForeignDataset): Finding =>
  note(
    'decoded-by-library',
    `Its samples ${whyDecoded(dataset)}: HDF5’s library decodes them, in a process of its own.`,
    { effect: 'Planes take longer than from a file that is mapped.' },
  );

function whyDecoded({ filters, layout, type }: ForeignDataset): string {
  if (filters.length > 0) return 'are compressed';
  if (formatOfType(type) === null) return 'are of a type that SEG-Y does not have';
  switch (layout.kind) {
    case 'chunked':
      return 'lie in chunks';
    case 'compact':
      return 'lie in the header of their dataset';
    case 'contiguous':
      return 'were never written, or lie elsewhere';
    case 'virtual':
      return 'lie in other datasets or files';
  }
}

function fixedAxes({ roles, node }: SettledDataset): Finding[] {
  const fixed = roles.flatMap((role, axis) => {
    const size = node.dataset.shape[axis]!;
    return typeof role === 'number' && size > 1 ? [`axis ${axis + 1} at ${role} of 0 to ${size - 1}`] : [];
  });
  if (fixed.length === 0) return [];
  const message = `Of ${node.path} only a part is shown: ${fixed.join(', ')}.`;
  return [note('axis-fixed', message, { effect: 'Another position is chosen with the mapping (--axes).' })];
}

/** netCDF's packing: stored numbers stand for others. */
function packed({ path, attributes }: ForeignNode): Finding[] {
  const names = ['scale_factor', 'add_offset'].filter((name) => attributes[name] !== undefined);
  if (names.length === 0) return [];
  const message = `${path} is packed (${names.map((name) => `${name} ${String(attributes[name])}`).join(', ')}).`;
  return [warning('values-packed', message, { assumed: 'Amplitudes are the numbers as they are stored.' })];
}

/** As the addon reads it; null where only HDF5's library can. */
async function storedVolume(settled: SettledDataset, file: OpenFile): Promise<Volume | null> {
  const { dataset } = settled.node;
  const { layout, filters, type, shape } = dataset;
  const format = formatOfType(type);
  if (format === null || !('byteOrder' in type)) return null;
  if (layout.kind !== 'contiguous' || layout.address === null) return await chunkedVolume(settled, format, file);
  const bytes = shape.reduce((product, size) => product * size, type.bytes);
  const isInside = Number.isSafeInteger(layout.address + bytes) && layout.address + bytes <= file.bytes;
  if (!isInside || layout.bytes < bytes || filters.length > 0) return null;
  return volumeAt(settled, { format, byteOrder: type.byteOrder, address: layout.address, elementBytes: type.bytes });
}

async function chunkedVolume({ node, roles }: SettledDataset, format: number, file: OpenFile): Promise<Volume | null> {
  const { dataset } = node;
  const axes = {
    inline: roles.indexOf('inline'),
    crossline: roles.indexOf('crossline'),
    sample: roles.indexOf('sample'),
  };
  if (roles.length !== 3 || Object.values(axes).includes(-1) || !('byteOrder' in dataset.type)) return null;
  const chunks = await readStoredChunks(file, dataset);
  if (chunks === null) return null;
  const { byteOrder } = dataset.type;
  return { kind: 'chunked', path: node.path.slice(1), format, byteOrder, ...chunks, shape: dataset.shape, axes };
}

/** As if its elements lay from 0 on, see `plane-hyperslab.ts`. */
function decodedVolume(settled: SettledDataset): Volume {
  const format = decodedFormat(settled.node.dataset.type);
  return volumeAt(settled, {
    format,
    byteOrder: 'little',
    address: 0,
    elementBytes: format === 6 ? 8 : bytesOfFormat(settled),
  });
}

/** Float32 for half floats, Float64 for integers of odd widths, else the stored type's. */
export const decodedFormat = (type: StoredType): number => formatOfType(type) ?? (type.kind === 'packed' ? 6 : 5);

const bytesOfFormat = ({ node: { dataset } }: SettledDataset): number =>
  formatOfType(dataset.type) !== null && 'bytes' in dataset.type ? dataset.type.bytes : 4;

function volumeAt(
  { node, roles }: SettledDataset,
  {
    format,
    byteOrder,
    address,
    elementBytes,
  }: Pick<MappedVolume, 'format' | 'byteOrder' | 'address'> & { elementBytes: number },
): MappedVolume {
  const { shape } = node.dataset;
  const strides = elementStrides(shape).map((stride) => stride * elementBytes);
  const before = roles.reduce<number>((sum, role, i) => sum + (typeof role === 'number' ? role * strides[i]! : 0), 0);
  const strideOf = (role: AxisRole): number => strides[roles.indexOf(role)] ?? 0;
  return {
    kind: 'mapped',
    path: node.path.slice(1),
    format,
    byteOrder,
    address: address + before,
    bytes: shape.reduce((product, size) => product * size, elementBytes) - before,
    strides: { inline: strideOf('inline'), crossline: strideOf('crossline'), sample: strideOf('sample') },
  };
}

/** Of positions without coordinates NaN is usual; they are left out. */
async function worldOf(
  { node, roles, xDataset, yDataset }: SettledDataset,
  [inlines, crosslines]: readonly [number, number],
  nodes: readonly ForeignNode[],
  read: NumberReader,
): Promise<{ worldFromGrid: WorldFromGrid | null; findings: Finding[] }> {
  if (xDataset === NO_DATASET || yDataset === NO_DATASET) return { worldFromGrid: null, findings: [] };
  const [xs, ys] = [await read(xDataset), await read(yDataset)];
  const traces = inlines * crosslines;
  for (const [path, values] of [
    [xDataset, xs],
    [yDataset, ys],
  ] as const) {
    if (values?.length !== traces) {
      throw wrong(`${path} is no dataset of ${traces.toLocaleString('en-US')} numbers, one for each trace`);
    }
  }
  const isTransposed = isCrosslineFirst(
    nodes.find(({ path }) => path === xDataset)?.dataset,
    node.dataset,
    roles,
    inlines,
  );
  const points = { inline: [] as number[], crossline: [] as number[], x: [] as number[], y: [] as number[] };
  for (let cell = 0; cell < traces; cell += 1) {
    if (!Number.isFinite(xs![cell]) || !Number.isFinite(ys![cell])) continue;
    points.inline.push(isTransposed ? cell % inlines : Math.floor(cell / crosslines));
    points.crossline.push(isTransposed ? Math.floor(cell / inlines) : cell % crosslines);
    points.x.push(xs![cell]!);
    points.y.push(ys![cell]!);
  }
  const fitted = fitWorldFromGrid(points);
  if (fitted !== null) return { worldFromGrid: fitted.worldFromGrid, findings: [] };
  const message = `The coordinates in ${xDataset} and ${yDataset} make no grid.`;
  return { worldFromGrid: null, findings: [note('no-grid-fit', message)] };
}

/** As its scales say, else its shape, else in the order that the samples have. */
function isCrosslineFirst(
  coordinates: ForeignDataset | null | undefined,
  { scales }: ForeignDataset,
  roles: readonly AxisRole[],
  inlines: number,
): boolean {
  const [first] = coordinates?.scales[0] ?? [];
  const inlineScales = scales[roles.indexOf('inline')] ?? [];
  if (first !== undefined && inlineScales.length > 0) return !inlineScales.includes(first);
  const [rows, columns] = coordinates?.shape ?? [];
  if (rows !== columns) return rows !== inlines;
  return roles.indexOf('crossline') < roles.indexOf('inline');
}
