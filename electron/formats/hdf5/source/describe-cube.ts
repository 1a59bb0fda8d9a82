/** Finds the cube in a cube file of ours. Runs in the process that parses such files. */
import { CrosslineError } from '../../../../shared/errors.ts';
import type { Domain } from '../../../../shared/axes.ts';
import { fitWorldFromGrid } from '../../../../shared/geometry/fit-world-from-grid.ts';
import type { CoordinateUnit } from '../../../../shared/mapping/segy-mapping.ts';
import type { AmplitudeStatistics, Finding } from '../../../../shared/survey.ts';
import type { OpenFile } from '../../../native/native-reader.ts';
import { note, warning } from '../../segy/finding.ts';
import {
  CUBE_LAYOUTS,
  layoutAxes,
  layoutShape,
  layoutStrides,
  type CubeLayout,
  type CubeShape,
} from '../cube/cube-layouts.ts';
import type { AttributeValue } from '../read/attribute.ts';
import { readTree, type StoredNode } from '../read/read-tree.ts';
import { chunkFiltersOf } from './chunk-filters-of.ts';
import type { CubeDescription, Volume } from './cube-description.ts';
import { cubeOrigin } from './cube-origin.ts';
import { describeKeptHeaders } from './kept-headers.ts';
import { countedAxis, lineAxisOf } from './line-axis-of.ts';
import { readNumbers } from './read-elements.ts';
import { formatOfType } from './sample-format-of.ts';
import { readStoredChunks } from './stored-chunks.ts';

/** @throws CrosslineError not-hdf5 where it is no cube file of ours, or is damaged; io-failed */
export async function describeCube(file: OpenFile): Promise<CubeDescription> {
  const cube = await describeOwnCube(file, await readTree(file));
  if (cube !== null) return cube;
  throw new CrosslineError({ code: 'not-hdf5', path: file.path, reason: 'it has no Cube/ilines, hlines or xlines' });
}

const MASK_LIVE = 1;

/** Null where it is no cube file of ours. @throws CrosslineError not-hdf5, io-failed */
export async function describeOwnCube(file: OpenFile, tree: readonly StoredNode[]): Promise<CubeDescription | null> {
  const nodes = new Map(tree.map((node) => [node.path, node]));
  const stored = CUBE_LAYOUTS.flatMap((layout) => {
    const node = nodes.get(`Cube/${layout}`);
    return node?.dataset?.shape.length === 3 ? [{ layout, node, shape: shapeOf(layout, node.dataset.shape) }] : [];
  });
  const [first] = stored;
  if (first === undefined) return null;
  const { shape } = first;
  const findings: Finding[] = [];
  const volumes: Volume[] = [];
  for (const { layout, node } of stored) {
    const volume = await volumeOf(file, node, layout, shape);
    if (volume !== null) volumes.push(volume);
    else findings.push(warning('cube-layout-unread', `Cube/${layout} ${unreadReason(node)}, and is not used.`));
  }
  if (volumes.length === 0) {
    throw new CrosslineError({ code: 'not-hdf5', path: file.path, reason: `its Cube ${unreadReason(first.node)}` });
  }
  const meta = nodes.get('Meta')?.attributes ?? {};
  const mask = await readNumbers(file, nodes.get('Meta/live_mask'));
  const numbers = async (name: string, count: number) => {
    const values = await readNumbers(file, nodes.get(`Meta/${name}`));
    const axis = values?.length === count ? lineAxisOf([...values]) : null;
    if (axis === null)
      findings.push(note('lines-counted', `Meta/${name} gives no even line numbers; lines are counted from 0.`));
    return axis ?? countedAxis(count);
  };
  return {
    format: textOf(meta['format']) === 'crossline-cube' ? 'Crossline cube' : 'HDF5 cube',
    inline: await numbers('inline_numbers', shape.inlines),
    crossline: await numbers('crossline_numbers', shape.crosslines),
    samples: {
      sampleIntervalUs: positive(meta['sample_interval_us']) ?? 4000,
      firstSampleMs: numberOf(meta['first_sample_ms']) ?? 0,
      count: shape.samples,
      domain: domainOf(meta['domain']),
    },
    volumes,
    decoded: null,
    chosen: null,
    worldFromGrid: await fitCoordinates(file, nodes.get('Meta/coordinates'), shape),
    coordinateUnit: textOf(meta['coordinate_unit']) === 'feet' ? 'feet' : ('metres' satisfies CoordinateUnit),
    // Where all are live nothing need be looked up for each of a time slice's 200,000 cells.
    liveMask:
      mask?.length === shape.inlines * shape.crosslines && mask.some((state) => state !== MASK_LIVE)
        ? Uint8Array.from(mask)
        : null,
    statistics: statisticsOf(nodes.get('Cube')?.attributes ?? {}),
    headers: await describeKeptHeaders(file, nodes, shape.inlines * shape.crosslines, mask),
    origin: cubeOrigin(meta),
    findings,
  };
}

function shapeOf(layout: CubeLayout, shape: readonly number[]): CubeShape {
  const [a, b, c] = shape as [number, number, number];
  if (layout === 'ilines') return { inlines: a, crosslines: b, samples: c };
  return layout === 'hlines' ? { samples: a, inlines: b, crosslines: c } : { crosslines: a, inlines: b, samples: c };
}

/** Null where the dataset is not what its place says, or is stored in a way that is not read here. */
async function volumeOf(
  file: OpenFile,
  { path, dataset }: StoredNode,
  layout: CubeLayout,
  shape: CubeShape,
): Promise<Volume | null> {
  if (dataset === null) return null;
  const { type } = dataset;
  if (type.kind !== 'integer' && type.kind !== 'float') return null;
  const format = formatOfType(type);
  const expected = layoutShape(layout, shape);
  if (format === null || expected.some((size, axis) => size !== dataset.shape[axis])) return null;
  const stored = { path, format, byteOrder: type.byteOrder };
  if (dataset.layout.kind !== 'contiguous' || dataset.layout.address === null) {
    const chunks = await readStoredChunks(file, dataset);
    return chunks && { kind: 'chunked', ...stored, ...chunks, shape: dataset.shape, axes: layoutAxes(layout) };
  }
  const { address } = dataset.layout;
  const bytes = expected.reduce((product, size) => product * size, type.bytes);
  const isInside = Number.isSafeInteger(address + bytes) && address + bytes <= file.bytes;
  if (!isInside || dataset.filters.length > 0) return null;
  const strides = layoutStrides(layout, shape);
  return {
    kind: 'mapped',
    ...stored,
    address,
    bytes,
    strides: {
      inline: strides.inline * type.bytes,
      crossline: strides.crossline * type.bytes,
      sample: strides.sample * type.bytes,
    },
  };
}

function unreadReason({ dataset }: StoredNode): string {
  const filters = dataset?.filters ?? [];
  const isUnknown = dataset?.layout.kind === 'chunked' && chunkFiltersOf(filters, 1) === null;
  return isUnknown
    ? `is compressed by filters that are not read here (${filters.map(({ id }) => id).join(', ')})`
    : 'is not stored as plain numbers, in one piece or in chunks';
}

/** [inlines, crosslines, 2], as every trace's X and Y. */
async function fitCoordinates(file: OpenFile, node: StoredNode | undefined, { inlines, crosslines }: CubeShape) {
  const values = await readNumbers(file, node);
  if (values?.length !== 2 * inlines * crosslines) return null;
  const points = { inline: [] as number[], crossline: [] as number[], x: [] as number[], y: [] as number[] };
  for (let cell = 0; cell < inlines * crosslines; cell += 1) {
    if (!Number.isFinite(values[2 * cell]) || !Number.isFinite(values[2 * cell + 1])) continue;
    points.inline.push(Math.floor(cell / crosslines));
    points.crossline.push(cell % crosslines);
    points.x.push(values[2 * cell]!);
    points.y.push(values[2 * cell + 1]!);
  }
  return fitWorldFromGrid(points)?.worldFromGrid ?? null;
}

function statisticsOf(attributes: Readonly<Record<string, AttributeValue>>): AmplitudeStatistics | null {
  const [min, max] = [numberOf(attributes['min_value']), numberOf(attributes['max_value'])];
  const [rms, sampleCount] = [numberOf(attributes['rms']), numberOf(attributes['sample_count'])];
  const percentiles = attributes['abs_percentiles'];
  const histogram = attributes['histogram'];
  if (min === null || max === null || rms === null || sampleCount === null) return null;
  if (!Array.isArray(percentiles) || percentiles.length !== 101 || !Array.isArray(histogram)) return null;
  return {
    min,
    max,
    rms,
    sampleCount,
    tracesShare: 1,
    histogram: Uint32Array.from(histogram as number[]),
    histogramMin: min,
    histogramMax: max,
    absPercentiles: Float32Array.from(percentiles as number[]),
  };
}

const numberOf = (value: AttributeValue | undefined): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

const positive = (value: AttributeValue | undefined): number | null => {
  const number = numberOf(value);
  return number !== null && number > 0 ? number : null;
};

const textOf = (value: AttributeValue | undefined): string | null => (typeof value === 'string' ? value : null);

function domainOf(value: AttributeValue | undefined): Domain {
  const text = textOf(value);
  return text === 'time' || text === 'depth' ? text : 'unknown';
}
