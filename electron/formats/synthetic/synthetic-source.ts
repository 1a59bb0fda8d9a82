/**
 * A survey without a file: slow, failing and gap-ridden data as a first-class source, for tests and demonstrations.
 * Every number in it follows from its options, so two processes see the same survey.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { CrosslineError, faultOf } from '../../../shared/errors.ts';
import type { SamplePlace } from '../../../shared/sample-place.ts';
import {
  NO_DECIMATION,
  planeShape,
  TRACE_DEAD,
  TRACE_MISSING,
  type Decimation,
  type SurveyPlane,
} from '../../../shared/slices.ts';
import type { AmplitudeStatistics, SurveyId, SurveyInfo } from '../../../shared/survey.ts';
import { TEXT_HEADER_BYTES, type TextHeader } from '../../../shared/text-header/text-header.ts';
import type { NavigationRange } from '../../../shared/navigation.ts';
import { traceIndex } from '../../../shared/units.ts';
import { checkGridTraces, noLine } from '../check-plane.ts';
import { AmplitudeAccumulator } from '../amplitude-statistics.ts';
import type { HeaderWord, ReadReport, SliceRead, SurveySource } from '../survey-source.ts';
import { createRandom } from './seeded-random.ts';
import { SyntheticEarth } from './synthetic-earth.ts';
import { parseSyntheticPath, type SyntheticOptions } from './synthetic-options.ts';
import { syntheticInfo } from './synthetic-info.ts';
import { fillGridTraces, fillSlice } from './synthetic-slice.ts';

/** Traces that the statistics read. */
const STATISTICS_TRACES = 400;

export function openSynthetic(path: string, id: SurveyId): SurveySource {
  return new SyntheticSource(path, id, parseSyntheticPath(path));
}

class SyntheticSource implements SurveySource {
  readonly info: SurveyInfo;
  readonly #path: string;
  readonly #options: SyntheticOptions;
  readonly #earth: SyntheticEarth;
  readonly #random: () => number;

  constructor(path: string, id: SurveyId, options: SyntheticOptions) {
    this.#path = path;
    this.#options = options;
    this.#earth = new SyntheticEarth(options);
    this.#random = createRandom(options.seed + 3);
    this.info = syntheticInfo(id, options, this.#countTraces(TRACE_MISSING), this.#countTraces(TRACE_DEAD));
  }

  get paysByTrace(): boolean {
    return this.#options.traceUs > 0;
  }

  /** Nothing about it ever changes. */
  onInfo(): () => void {
    return () => undefined;
  }

  async readSlice(
    plane: SurveyPlane,
    decimation: Decimation,
    into: Float32Array,
    signal: AbortSignal,
  ): Promise<SliceRead> {
    const [rows, columns] = planeShape(plane, { ...this.#options, offsets: 1 }, decimation);
    if (into.length !== rows * columns) {
      throw new CrosslineError({ code: 'internal', detail: `a buffer of ${into.length} for ${rows} x ${columns}` });
    }
    const traces = plane.orientation === 'sample' ? rows * columns : rows;
    const readMs = await this.#wait(signal, (traces * this.#options.traceUs) / 1000);
    const decodeStart = performance.now();
    const traceStatus = fillSlice(this.#earth, this.#options, plane, decimation, into);
    return { ...this.#report(into, readMs, performance.now() - decodeStart), traceStatus };
  }

  async readGridTraces(cells: Int32Array, every: number, into: Float32Array, signal: AbortSignal): Promise<SliceRead> {
    checkGridTraces(this.info, cells, every);
    const readMs = await this.#wait(signal, (cells.length * this.#options.traceUs) / 1000);
    const decodeStart = performance.now();
    const traceStatus = fillGridTraces(this.#earth, this.#options, cells, every, into);
    return { ...this.#report(into, readMs, performance.now() - decodeStart), traceStatus };
  }

  async readTraces(first: number, count: number, into: Float32Array, signal: AbortSignal): Promise<ReadReport> {
    return await this.readSlice(
      { orientation: 'traces', index: traceIndex(first), count },
      NO_DECIMATION,
      into,
      signal,
    );
  }

  fetchedAround(): null {
    return null;
  }

  async readExactSample(place: SamplePlace, signal: AbortSignal): Promise<string | null> {
    await this.#wait(signal);
    const { inlines, crosslines, samples } = this.#options;
    const inline = 'trace' in place ? Math.floor(place.trace / crosslines) : place.inline;
    const crossline = 'trace' in place ? place.trace % crosslines : place.crossline;
    if (inline >= inlines || crossline >= crosslines || place.sample >= samples) return null;
    const status = this.#earth.status(inline, crossline);
    if (status === TRACE_MISSING) return null;
    return String(this.#earth.amplitude(status, this.#earth.fold(inline, crossline), place.sample));
  }

  /** Line numbers at their SEG-Y places (bytes 189 and 193); every other word is 0. */
  async readHeaders(
    words: readonly HeaderWord[],
    first: number,
    count: number,
    signal: AbortSignal,
    step = 1,
  ): Promise<Float64Array[]> {
    await this.#wait(signal);
    const { crosslines } = this.#options;
    const valueAt = (byte: number, trace: number): number => {
      if (byte === 189) return Math.floor(trace / crosslines) + 1;
      return byte === 193 ? (trace % crosslines) + 1 : 0;
    };
    return words.map(({ byte }) =>
      Float64Array.from({ length: count }, (_, index) => valueAt(byte, first + index * step)),
    );
  }

  describeHeaders(): Promise<null> {
    return Promise.resolve(null);
  }

  readTraceHeader(): Promise<Uint8Array> {
    return Promise.resolve(new Uint8Array());
  }

  locateTrace(): null {
    return null;
  }

  /** There are no lines in it. */
  navigation(range: NavigationRange): never {
    throw noLine(range);
  }

  readTextHeaders(): Promise<readonly TextHeader[]> {
    const line = (index: number): string => (index === 0 ? `C 1 ${this.#path}` : `C${String(index + 1).padStart(2)}`);
    const bytes = new Uint8Array(TEXT_HEADER_BYTES).fill(' '.charCodeAt(0));
    for (let index = 0; index < 40; index += 1) {
      new TextEncoder().encodeInto(line(index), bytes.subarray(80 * index, 80 * (index + 1)));
    }
    return Promise.resolve([{ part: 'file', offset: 0, bytes, codePage: 'utf8' }]);
  }

  async readStatistics(signal: AbortSignal): Promise<AmplitudeStatistics> {
    const total = this.info.traceCount;
    const count = Math.min(total, STATISTICS_TRACES);
    await this.#wait(signal);
    const accumulator = new AmplitudeAccumulator();
    for (let index = 0; index < count; index += 1) {
      const trace = new Float32Array(this.#options.samples);
      const first = traceIndex(Math.floor((index * total) / count));
      const plane: SurveyPlane = { orientation: 'traces', index: first, count: 1 };
      fillSlice(this.#earth, this.#options, plane, NO_DECIMATION, trace);
      accumulator.add(trace);
    }
    return await accumulator.finish(count / total);
  }

  async close(): Promise<void> {
    await Promise.resolve();
  }

  /** @returns how long it waited, in ms */
  async #wait(signal: AbortSignal, besideMs = 0): Promise<number> {
    const start = performance.now();
    const [shortest, longest] = this.#options.delayMs;
    const delayMs = shortest + this.#random() * (longest - shortest) + besideMs;
    const willFail = this.#random() < this.#options.failRate;
    try {
      signal.throwIfAborted();
      if (delayMs > 0) await delay(delayMs, undefined, { signal });
    } catch (thrown) {
      throw new CrosslineError(faultOf(thrown), { cause: thrown });
    }
    if (willFail) {
      throw new CrosslineError({ code: 'io-failed', path: this.#path, detail: 'this survey was told to fail' });
    }
    return performance.now() - start;
  }

  #report(into: Float32Array, readMs: number, decodeMs: number): ReadReport {
    const bytesRead = into.byteLength;
    return { readMs, decodeMs, bytesRead, residentShare: null, majorFaults: null, origin: 'synthetic' };
  }

  #countTraces(status: number): number {
    const { inlines, crosslines, missingRate, deadRate } = this.#options;
    if (missingRate === 0 && deadRate === 0) return 0;
    let count = 0;
    for (let inline = 0; inline < inlines; inline += 1) {
      for (let crossline = 0; crossline < crosslines; crossline += 1) {
        if (this.#earth.status(inline, crossline) === status) count += 1;
      }
    }
    return count;
  }
}
