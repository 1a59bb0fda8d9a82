/** A cube in an HDF5 file: every plane is one gather from the dataset that suits it best, mapped or in chunks. */
import { CrosslineError } from '../../../../shared/errors.ts';
import {
  NO_DECIMATION,
  planeCounts,
  planeShape,
  type Decimation,
  type SurveyPlane,
} from '../../../../shared/slices.ts';
import type { HeaderDescription } from '../../../../shared/headers/header-calls.ts';
import type { CoordinateUnit } from '../../../../shared/mapping/segy-mapping.ts';
import type { NavigationRange } from '../../../../shared/navigation.ts';
import type { SamplePlace } from '../../../../shared/sample-place.ts';
import type { AmplitudeStatistics, SurveyInfo } from '../../../../shared/survey.ts';
import type { TextHeader } from '../../../../shared/text-header/text-header.ts';
import type { TracePlace } from '../../../../shared/trace-place.ts';
import { crosslineIndex, inlineIndex, traceIndex } from '../../../../shared/units.ts';
import { exactWordText } from '../../../native/exact-word.ts';
import { AmplitudeAccumulator } from '../../amplitude-statistics.ts';
import { checkGridTraces, checkPlace, checkPlane, checkTraceRange, noLine } from '../../check-plane.ts';
import { isStandardFormat } from '../../segy/sample-formats.ts';
import { pickTraces } from '../../segy/seeded-random.ts';
import type { HeaderWord, ReadReport, SliceRead, SurveySource } from '../../survey-source.ts';
import type { ChosenDataset, Volume } from './cube-description.ts';
import { CubeHeaders } from './cube-headers.ts';
import { cubeInfo, type CubeSourceParts } from './cube-info.ts';
import { filledPositions, MASK_MISSING, statusOf } from './live-mask.ts';
import { readVolumePlane, readVolumeTraces, readVolumeWord, type GridCell } from './read-volume.ts';
import { bestVolume, type CubePlane } from './volume-plane.ts';

/** About as many in all as are sampled of other files. */
const MOST_PLANE_SAMPLES = 500_000;

export class CubeSource implements SurveySource {
  /** Where time slices lie in one piece they do not. */
  readonly paysByTrace = false;
  readonly info: SurveyInfo;
  readonly #parts: CubeSourceParts;
  /** Grid positions that hold a trace, inline by inline: the order of its traces. Null where all do. */
  readonly #filled: Int32Array | null;
  readonly #headers: CubeHeaders | null;
  readonly #closing = new AbortController();
  #closed: Promise<void> | null = null;

  constructor(parts: CubeSourceParts) {
    this.#parts = parts;
    const { description, file } = parts;
    this.#filled = filledPositions(description.liveMask);
    this.#headers = description.headers && new CubeHeaders(file, description.headers);
    this.info = cubeInfo(parts, this.#filled);
    file.populateResident(this.#closing.signal).catch(() => 0);
  }

  /** How somebody else's file is read; null of ours. */
  get chosen(): ChosenDataset | null {
    return this.#parts.description.chosen;
  }

  /** E.g. `Cube/ilines`: the first, where there are several orders. */
  get dataset(): string {
    return this.#parts.description.volumes[0]!.path;
  }

  get coordinateUnit(): CoordinateUnit {
    return this.#parts.description.coordinateUnit;
  }

  /** Nothing about it changes while it is open. */
  onInfo(): () => void {
    return () => undefined;
  }

  async readSlice(
    plane: SurveyPlane,
    decimation: Decimation,
    into: Float32Array,
    signal: AbortSignal,
  ): Promise<SliceRead> {
    checkPlane(this.info, plane, decimation);
    const shape = planeShape(plane, planeCounts(this.info), decimation);
    checkRoom(shape, into);
    switch (plane.orientation) {
      case 'traces':
        return await this.#readTraceList(plane.index, shape, decimation, into, signal);
      case 'gather':
        throw new TypeError('a cube file has no gathers');
      default:
        return await this.#readPlane(plane, decimation, shape, into, signal);
    }
  }

  async readGridTraces(cells: Int32Array, every: number, into: Float32Array, signal: AbortSignal): Promise<SliceRead> {
    checkGridTraces(this.info, cells, every);
    const columns = Math.ceil(this.info.samples.count / every);
    checkRoom([cells.length, columns], into);
    return await this.#readCells([...cells], columns, every, into, signal);
  }

  readTraces(first: number, count: number, into: Float32Array, signal: AbortSignal): Promise<ReadReport> {
    const plane: SurveyPlane = { orientation: 'traces', index: traceIndex(first), count };
    return this.readSlice(plane, { rows: 1, columns: 1 }, into, signal);
  }

  fetchedAround(): null {
    return null;
  }

  async readExactSample(place: SamplePlace, signal: AbortSignal): Promise<string | null> {
    checkPlace(this.info, place);
    const { file, description } = this.#parts;
    const crosslines = description.crossline.count;
    const cell = 'trace' in place ? this.#cellOf(place.trace) : place.inline * crosslines + place.crossline;
    if (description.liveMask?.[cell] === MASK_MISSING) return null;
    const volume = description.volumes[0]!;
    const { format, byteOrder } = volume;
    if (!isStandardFormat(format)) throw new TypeError(`samples of format ${format}`);
    const stored = await readVolumeWord(file, volume, this.#gridCell(cell), place.sample, signal);
    const word = new Uint8Array(stored);
    return exactWordText(new DataView(word.buffer), 0, { format, byteOrder });
  }

  /** Those that the SEG-Y file had; of a file that keeps none every word is 0. */
  async readHeaders(
    words: readonly HeaderWord[],
    first: number,
    count: number,
    signal: AbortSignal,
    step = 1,
  ): Promise<Float64Array[]> {
    checkTraceRange(first, (count - 1) * step + 1, this.info.traceCount);
    if (this.#headers === null) return words.map(() => new Float64Array(count));
    return await this.#headers.readWords(words, first, count, step, signal);
  }

  describeHeaders(): Promise<HeaderDescription | null> {
    return this.#headers?.describe() ?? Promise.resolve(null);
  }

  readTraceHeader(trace: number): Promise<Uint8Array> {
    checkTraceRange(trace, 1, this.info.traceCount);
    return this.#headers?.readTrace(trace) ?? Promise.resolve(new Uint8Array());
  }

  locateTrace(trace: number): TracePlace {
    checkTraceRange(trace, 1, this.info.traceCount);
    const { inline, crossline } = this.#gridCell(this.#cellOf(trace));
    return { kind: 'grid', inline: inlineIndex(inline), crossline: crosslineIndex(crossline), offset: null };
  }

  /** There are no lines in it. */
  navigation(range: NavigationRange): never {
    throw noLine(range);
  }

  readTextHeaders(): Promise<readonly TextHeader[]> {
    return this.#headers?.readText() ?? Promise.resolve([]);
  }

  async readStatistics(signal: AbortSignal): Promise<AmplitudeStatistics> {
    const { statistics } = this.#parts.description;
    return statistics ?? (await this.#sampleStatistics(signal));
  }

  close(): Promise<void> {
    this.#closing.abort();
    this.#closed ??= this.#parts.file.close();
    return this.#closed;
  }

  async #readPlane(
    plane: CubePlane,
    decimation: Decimation,
    shape: readonly [number, number],
    into: Float32Array,
    signal: AbortSignal,
  ): Promise<SliceRead> {
    const { file, description, origin } = this.#parts;
    const volume = bestVolume(description.volumes, plane);
    const report = await readVolumePlane(file, volume, plane, decimation, shape, into, signal);
    return { ...report, origin, layout: layoutName(volume), traceStatus: this.#status(plane, decimation, shape) };
  }

  async #readTraceList(
    first: number,
    [rows, columns]: readonly [number, number],
    decimation: Decimation,
    into: Float32Array,
    signal: AbortSignal,
  ): Promise<SliceRead> {
    const cells = Array.from({ length: rows }, (_, row) => this.#cellOf(first + row * decimation.rows));
    return await this.#readCells(cells, columns, decimation.columns, into, signal);
  }

  async #readCells(
    cells: readonly number[],
    columns: number,
    every: number,
    into: Float32Array,
    signal: AbortSignal,
  ): Promise<SliceRead> {
    const { file, description, origin } = this.#parts;
    const volume = bestVolume(description.volumes, { orientation: 'inline', index: inlineIndex(0) });
    const places = cells.map((cell) => this.#gridCell(cell));
    const report = await readVolumeTraces(file, volume, places, columns, every, into, signal);
    const traceStatus = statusOf(cells, description.liveMask);
    return { ...report, residentShare: null, origin, layout: layoutName(volume), traceStatus };
  }

  #gridCell(cell: number): GridCell {
    const crosslines = this.#parts.description.crossline.count;
    return { inline: Math.floor(cell / crosslines), crossline: cell % crosslines };
  }

  #cellOf(trace: number): number {
    return this.#filled === null ? trace : this.#filled[trace]!;
  }

  #status(plane: CubePlane, decimation: Decimation, [rows, columns]: readonly [number, number]): Uint8Array | null {
    const { liveMask } = this.#parts.description;
    if (liveMask === null) return null;
    const crosslines = this.#parts.description.crossline.count;
    const cells: number[] = [];
    if (plane.orientation === 'sample') {
      for (let row = 0; row < rows; row += 1) {
        for (let column = 0; column < columns; column += 1) {
          cells.push(row * decimation.rows * crosslines + column * decimation.columns);
        }
      }
    } else {
      for (let row = 0; row < rows; row += 1) {
        const index = row * decimation.rows;
        cells.push(
          plane.orientation === 'inline' ? plane.index * crosslines + index : index * crosslines + plane.index,
        );
      }
    }
    return statusOf(cells, liveMask);
  }

  /** About 4 MB of samples, as for SEG-Y. */
  async #sampleStatistics(signal: AbortSignal): Promise<AmplitudeStatistics> {
    if (this.#parts.origin === 'decoded') return await this.#planeStatistics(signal);
    const { samples, traceCount } = this.info;
    const traces = pickTraces(traceCount, Math.max(1, Math.ceil(1_000_000 / samples.count)), 2);
    const accumulator = new AmplitudeAccumulator();
    for (const trace of traces) {
      const into = new Float32Array(samples.count);
      await this.readTraces(trace, 1, into, signal);
      accumulator.add(into);
    }
    return await accumulator.finish(traces.length / traceCount);
  }

  /** Of two inlines, a third from either end: HDF5's library would decode whole chunks anew for each trace. */
  async #planeStatistics(signal: AbortSignal): Promise<AmplitudeStatistics> {
    const { inline, traceCount, samples } = this.info;
    const inlines = new Set([1, 2].map((third) => Math.floor((inline!.count * third) / 3)));
    const accumulator = new AmplitudeAccumulator();
    let traces = 0;
    for (const index of inlines) {
      const plane = { orientation: 'inline', index: inlineIndex(index) } as const;
      const whole = planeShape(plane, planeCounts(this.info), NO_DECIMATION);
      const decimation = { rows: Math.ceil((whole[0] * samples.count) / MOST_PLANE_SAMPLES), columns: 1 };
      const [rows, columns] = planeShape(plane, planeCounts(this.info), decimation);
      const into = new Float32Array(rows * columns);
      await this.readSlice(plane, decimation, into, signal);
      accumulator.add(into);
      traces += rows;
    }
    return await accumulator.finish(traces / traceCount);
  }
}

function checkRoom(shape: readonly [number, number], into: Float32Array): void {
  if (into.length === shape[0] * shape[1]) return;
  throw new CrosslineError({ code: 'internal', detail: `a buffer of ${into.length} for ${shape.join(' x ')}` });
}

/** `hlines` of `Cube/hlines`. */
const layoutName = ({ path }: Volume): string => path.slice(path.lastIndexOf('/') + 1);
