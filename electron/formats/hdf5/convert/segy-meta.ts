/**
 * Group `Meta` of a cube that came from SEG-Y: everything but the samples of traces that stand in the grid, so that
 * the very same file can be written again.
 */
import { createHash } from 'node:crypto';
import { crosslineNumberAt, inlineNumberAt, sampleUnit, sampleValueAt } from '../../../../shared/axes.ts';
import { overridesToJson } from '../../../../shared/mapping/mapping-json.ts';
import type { SurveyInfo } from '../../../../shared/survey.ts';
import { crosslineIndex, inlineIndex } from '../../../../shared/units.ts';
import { worldPoint } from '../../../../shared/geometry/world-from-grid.ts';
import { FILE_HEADER_BYTES } from '../../segy/binary-header.ts';
import type { StoredSegy } from '../../segy/segy-source.ts';
import { MISSING_TRACE, traceAtGrid, type CubeGeometry } from '../../segy/survey-geometry.ts';
import { TEXT_HEADER_BYTES } from '../../../../shared/text-header/text-header.ts';
import { sampleOffset, storedSamples, traceOffset, type TraceLayout } from '../../segy/trace-layout.ts';
import { numberAttribute, textAttribute } from '../write/attributes.ts';
import type { ElementType } from '../write/element-types.ts';
import type { Hdf5Attribute, Hdf5Dataset } from '../write/hdf5-tree.ts';
import { FileWindow } from './file-window.ts';
import type { OriginalWords } from './original-words.ts';
import type { PartialFile } from './partial-file.ts';

type PlainArray = Uint8Array | Int32Array | Float64Array;

/** Copied at once. */
const COPY_BYTES = 8 * 2 ** 20;

export type MetaDatasets = Record<string, Hdf5Dataset>;

/**
 * Writes the datasets of `Meta` behind what is in the file.
 * @param original words that Float32 cannot give back; null: all samples are kept as they were
 */
export async function writeSegyMeta(
  target: PartialFile,
  info: SurveyInfo,
  stored: StoredSegy,
  original: OriginalWords | null,
  signal: AbortSignal | null,
): Promise<MetaDatasets> {
  const { file, description, knowledge } = stored;
  const { layout } = description;
  const { geometry, alignment, deadTraces } = knowledge;
  if (geometry.kind !== 'cube') throw new TypeError('only a cube has a grid');
  const place = async (values: PlainArray, shape: readonly number[]): Promise<Hdf5Dataset> =>
    dataset(typeOf(values), shape, await target.append(bytesOf(values)));
  const copy = async (ranges: readonly ByteRange[], shape: readonly number[]): Promise<Hdf5Dataset> =>
    dataset('uint8', shape, await copyRanges(target, stored, ranges, signal));

  const inlines = geometry.inline.count;
  const crosslines = geometry.crossline.count;
  const traceAt = tracesOfGrid(geometry);
  const outside = tracesOutside(traceAt, layout.traceCount);
  const afterTraces = traceEnd(layout, layout.traceCount - 1);
  const gaps = gapsBetween(layout);
  const datasets: MetaDatasets = {
    inline_numbers: await place(
      lineNumbers(inlines, (i) => inlineNumberAt(geometry.inline, inlineIndex(i))),
      [inlines],
    ),
    crossline_numbers: await place(
      lineNumbers(crosslines, (i) => crosslineNumberAt(geometry.crossline, crosslineIndex(i))),
      [crosslines],
    ),
    sample_values: await place(
      Float64Array.from({ length: info.samples.count }, (_, i) => sampleValueAt(info.samples, i)),
      [info.samples.count],
    ),
    live_mask: await place(liveMask(traceAt, deadTraces), [inlines, crosslines]),
    trace_index: await place(traceAt, [inlines, crosslines]),
    text_header: await copy([[0, TEXT_HEADER_BYTES]], [TEXT_HEADER_BYTES]),
    binary_header: await copy([[TEXT_HEADER_BYTES, FILE_HEADER_BYTES]], [FILE_HEADER_BYTES - TEXT_HEADER_BYTES]),
    trace_headers: await copy(headerRanges(layout), [layout.traceCount, layout.headerBytes]),
  };
  if (geometry.worldFromGrid !== null) {
    datasets['coordinates'] = await place(coordinates(geometry), [inlines, crosslines, 2]);
  }
  const optional = async (name: string, ranges: readonly ByteRange[]): Promise<void> => {
    const bytes = ranges.reduce((sum, [from, to]) => sum + to - from, 0);
    if (bytes > 0) datasets[name] = await copy(ranges, [bytes]);
  };
  await optional('extended_headers', [[FILE_HEADER_BYTES, layout.firstTraceOffset]]);
  await optional('trailing_bytes', [[afterTraces, file.bytes]]);
  if (outside.length > 0) {
    datasets['outside_traces'] = await place(outside, [outside.length]);
    await optional(
      'outside_samples',
      Array.from(outside, (trace) => sampleRange(layout, trace)),
    );
  }
  if (gaps.length > 0) {
    datasets['gap_traces'] = await place(
      Int32Array.from(gaps, ({ trace }) => trace),
      [gaps.length],
    );
    datasets['gap_sizes'] = await place(
      Float64Array.from(gaps, ({ range: [from, to] }) => to - from),
      [gaps.length],
    );
    await optional(
      'gap_bytes',
      gaps.map(({ range }) => range),
    );
  }
  if (original === null) {
    const ranges = Array.from({ length: layout.traceCount }, (_, trace) => sampleRange(layout, trace));
    await optional('original_samples', ranges);
  } else if (original.offsets.length > 0) {
    datasets['original_offsets'] = await place(original.offsets, [original.offsets.length]);
    datasets['original_words'] = await place(original.bytes, [original.bytes.length]);
  }
  if (alignment.shifts !== null) datasets['trace_shifts'] = await place(alignment.shifts, [layout.traceCount]);
  if (layout.varying !== null) {
    datasets['trace_samples'] = await place(layout.varying.sampleCounts, [layout.traceCount]);
  }
  return datasets;
}

/**
 * Attributes of `Meta`.
 * @param fingerprint of the source's content (`FileIdentity`)
 */
export function segyMetaAttributes(
  info: SurveyInfo,
  { file, description }: StoredSegy,
  fingerprint: string,
  version: string,
): Record<string, Hdf5Attribute> {
  const { sampleIntervalUs, firstSampleMs, domain } = info.samples;
  return {
    format: textAttribute('crossline-cube'),
    format_version: numberAttribute(1),
    program: textAttribute(`Crossline ${version}`),
    source_name: textAttribute(info.name),
    source_format: textAttribute(info.format),
    source_bytes: numberAttribute(file.bytes),
    source_modified_ms: numberAttribute(file.modifiedMs),
    source_fingerprint: textAttribute(fingerprint),
    source_mapping: textAttribute(JSON.stringify(info.mapping === null ? {} : overridesToJson(info.mapping.mapping))),
    trace_count: numberAttribute(info.traceCount),
    sample_interval_us: numberAttribute(sampleIntervalUs),
    first_sample_ms: numberAttribute(firstSampleMs),
    domain: textAttribute(domain),
    sample_unit: textAttribute(sampleUnit(domain)),
    coordinate_unit: textAttribute(info.mapping?.mapping.coordinateUnit ?? 'metres'),
    sample_format: numberAttribute(description.layout.format),
    byte_order: textAttribute(description.layout.byteOrder),
    stored_samples: numberAttribute(description.layout.sampleCount),
    header_bytes: numberAttribute(description.layout.headerBytes),
  };
}

/** Of what a file's identity rests on while it is converted: size and time of change. */
export const sourceFingerprint = ({ file, description }: StoredSegy): string =>
  createHash('sha256')
    .update(JSON.stringify([file.path, file.bytes, file.modifiedMs, description.overrides]))
    .digest('hex');

type ByteRange = readonly [from: number, to: number];

const dataset = (type: ElementType, shape: readonly number[], address: number): Hdf5Dataset => ({
  kind: 'dataset',
  type,
  shape,
  layout: { kind: 'contiguous', address },
  attributes: {},
});

const typeOf = (values: PlainArray): ElementType =>
  values instanceof Uint8Array ? 'uint8' : values instanceof Int32Array ? 'int32' : 'float64';

const bytesOf = (values: PlainArray): Uint8Array => new Uint8Array(values.buffer, values.byteOffset, values.byteLength);

const lineNumbers = (count: number, numberAt: (index: number) => number): Int32Array =>
  Int32Array.from({ length: count }, (_, index) => numberAt(index));

function tracesOfGrid(geometry: CubeGeometry): Int32Array {
  const traces = new Int32Array(geometry.inline.count * geometry.crossline.count);
  for (let inline = 0, cell = 0; inline < geometry.inline.count; inline += 1) {
    for (let crossline = 0; crossline < geometry.crossline.count; crossline += 1, cell += 1) {
      traces[cell] = traceAtGrid(geometry, inline, crossline);
    }
  }
  return traces;
}

/** In file order: duplicates and traces without line numbers. */
function tracesOutside(traceAt: Int32Array, traceCount: number): Int32Array {
  const isPlaced = new Uint8Array(traceCount);
  for (const trace of traceAt) if (trace !== MISSING_TRACE) isPlaced[trace] = 1;
  const outside: number[] = [];
  isPlaced.forEach((placed, trace) => placed === 0 && outside.push(trace));
  return Int32Array.from(outside);
}

/** 1 live, 2 dead, 0 no trace. */
const liveMask = (traceAt: Int32Array, deadTraces: Uint8Array | null): Uint8Array =>
  Uint8Array.from(traceAt, (trace) => (trace === MISSING_TRACE ? 0 : deadTraces?.[trace] === 1 ? 2 : 1));

function coordinates({ inline, crossline, worldFromGrid }: CubeGeometry): Float64Array {
  const points = new Float64Array(2 * inline.count * crossline.count);
  for (let i = 0, at = 0; i < inline.count; i += 1) {
    for (let j = 0; j < crossline.count; j += 1, at += 2) {
      const { x, y } = worldPoint(worldFromGrid!, { inline: i, crossline: j });
      points[at] = x;
      points[at + 1] = y;
    }
  }
  return points;
}

const sampleRange = (layout: TraceLayout, trace: number): ByteRange => [
  sampleOffset(layout, trace, 0),
  traceEnd(layout, trace),
];

const traceEnd = (layout: TraceLayout, trace: number): number =>
  sampleOffset(layout, trace, storedSamples(layout, trace));

const headerRanges = (layout: TraceLayout): ByteRange[] =>
  Array.from({ length: layout.traceCount }, (_, trace) => {
    const from = traceOffset(layout, trace);
    return [from, from + layout.headerBytes];
  });

/** Bytes between a trace and the next that belong to neither. */
function gapsBetween(layout: TraceLayout): { readonly trace: number; readonly range: ByteRange }[] {
  if (layout.varying === null) return [];
  const gaps: { trace: number; range: ByteRange }[] = [];
  for (let trace = 1; trace < layout.traceCount; trace += 1) {
    const range: ByteRange = [traceEnd(layout, trace - 1), traceOffset(layout, trace)];
    if (range[1] > range[0]) gaps.push({ trace, range });
  }
  return gaps;
}

/** Ascending ranges of the source, side by side. */
async function copyRanges(
  target: PartialFile,
  { file }: StoredSegy,
  ranges: readonly ByteRange[],
  signal: AbortSignal | null,
): Promise<number> {
  const total = ranges.reduce((sum, [from, to]) => sum + to - from, 0);
  const address = target.take(total);
  const window = new FileWindow(file, signal);
  const packed = new Uint8Array(Math.min(total, COPY_BYTES));
  let [written, used] = [0, 0];
  const flush = async (): Promise<void> => {
    await target.write(packed.subarray(0, used), address + written);
    written += used;
    used = 0;
  };
  for (const [start, end] of ranges) {
    for (let from = start; from < end;) {
      const bytes = Math.min(end - from, packed.length - used);
      packed.set(await window.read(from, bytes), used);
      used += bytes;
      from += bytes;
      if (used === packed.length) await flush();
    }
  }
  if (used > 0) await flush();
  return address;
}
