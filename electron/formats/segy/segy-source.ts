/** An open SEG-Y survey: answers slices from what is known of its geometry so far, and learns from a scan. */
import { CrosslineError } from '../../../shared/errors.ts';
import type { MappingState } from '../../../shared/mapping/segy-mapping.ts';
import type { HeaderDescription } from '../../../shared/headers/header-calls.ts';
import type { LineNavigation, NavigationRange } from '../../../shared/navigation.ts';
import type { SamplePlace } from '../../../shared/sample-place.ts';
import { planeCounts, planeShape, type Decimation, type SurveyPlane } from '../../../shared/slices.ts';
import type { AmplitudeStatistics, GeometryState, SurveyId, SurveyInfo } from '../../../shared/survey.ts';
import type { TextHeader } from '../../../shared/text-header/text-header.ts';
import type { SliceOrigin } from '../../../shared/timing.ts';
import type { TracePlace } from '../../../shared/trace-place.ts';
import { traceIndex } from '../../../shared/units.ts';
import type { OpenFile } from '../../native/native-reader.ts';
import { checkGridTraces, checkNavigation, checkPlace, checkPlane, checkTraceRange, noLine } from '../check-plane.ts';
import type { HeaderWord, ReadReport, SliceRead, SurveySource } from '../survey-source.ts';
import { acceptedMapping } from './accepted/accepted-mapping.ts';
import type { AcceptedMappings } from './accepted/accepted-mappings.ts';
import type { SegyDescription } from './describe-file.ts';
import { readExactSample } from './exact-sample.ts';
import { navigationOf } from './line-navigation.ts';
import { readGridTraces } from './read-grid-traces.ts';
import { readPlane } from './read-plane.ts';
import { residentAround } from './resident-around.ts';
import { MISSING_TRACE, traceAtGrid } from './survey-geometry.ts';
import { readPositions, type TracePositions } from './positions.ts';
import type { WordChoice } from './hypotheses/word-choice.ts';
import { hasSameSlices } from './same-slices.ts';
import type { IndexStore } from './scan-index.ts';
import type { ScanResult, SurveyKnowledge } from './scan-result.ts';
import { sampleStatistics } from './statistics.ts';
import { describeHeaders, readStoredHeader } from './stored-headers.ts';
import { surveyInfo } from './survey-info.ts';
import { placeOfTrace } from './trace-place.ts';
import { gatherTraceWords } from './trace-runs.ts';

export interface SegySourceParts {
  readonly id: SurveyId;
  readonly file: OpenFile;
  readonly description: SegyDescription;
  readonly knowledge: SurveyKnowledge;
  readonly geometryState: GeometryState;
  readonly origin: Extract<SliceOrigin, 'mapped' | 'fallback'>;
  readonly mappingOrigin: MappingState['origin'];
  readonly index: IndexStore | null;
}

export interface StoredSegy {
  readonly file: OpenFile;
  readonly description: SegyDescription;
  readonly knowledge: SurveyKnowledge;
}

export class SegySource implements SurveySource {
  readonly paysByTrace = true;
  readonly #parts: SegySourceParts;
  readonly #listeners = new Set<(info: SurveyInfo, hasSameSlices: boolean) => void>();
  readonly #closing = new AbortController();
  #knowledge: SurveyKnowledge;
  #mappingOrigin: MappingState['origin'];
  #info: SurveyInfo;
  #closed: Promise<void> | null = null;

  constructor(parts: SegySourceParts) {
    const { id, file, description, knowledge, geometryState, mappingOrigin } = parts;
    this.#parts = parts;
    this.#knowledge = knowledge;
    this.#mappingOrigin = mappingOrigin;
    this.#info = surveyInfo(id, file, description, knowledge, geometryState, mappingOrigin);
    // What cannot be mapped ahead is mapped by the reads themselves, so a failure here changes nothing.
    file.populateResident(this.#closing.signal).catch(() => 0);
  }

  get info(): SurveyInfo {
    return this.#info;
  }

  /** The file as it is stored, for whoever keeps more of it than its samples. */
  get stored(): StoredSegy {
    const { file, description } = this.#parts;
    return { file, description, knowledge: this.#knowledge };
  }

  /** Why the words of its geometry were chosen. */
  get choice(): WordChoice {
    return this.#knowledge.choice;
  }

  onInfo(listener: (info: SurveyInfo, hasSameSlices: boolean) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Takes over what a scan found, tells the listeners and keeps it for the next opening.
   * @throws CrosslineError file-changed where the scan saw another state of the file
   */
  async applyScan(result: ScanResult): Promise<void> {
    const { id, file, description, index } = this.#parts;
    if (result.fileBytes !== file.bytes || result.modifiedMs !== file.modifiedMs) {
      const detail = 'it is not the file that was scanned';
      throw new CrosslineError({ code: 'file-changed', path: file.path, detail });
    }
    const isSame = hasSameSlices(this.#knowledge, result.knowledge);
    this.#knowledge = result.knowledge;
    this.#info = surveyInfo(id, file, description, result.knowledge, 'scanned', this.#mappingOrigin);
    for (const listener of this.#listeners) listener(this.#info, isSame);
    await index?.keep(file.path, result, description.overrides);
  }

  /** Keeps how the file is read for its next opening, and tells the listeners. */
  async acceptMapping(accepted: AcceptedMappings): Promise<void> {
    const { file } = this.#parts;
    const { mapping, name } = this.#info;
    await accepted.accept(file, acceptedMapping(name, mapping!));
    this.#mappingOrigin = 'remembered';
    this.#info = { ...this.#info, mapping: { ...mapping!, origin: 'remembered' } };
    for (const listener of this.#listeners) listener(this.#info, true);
  }

  /** What was kept for this file; the survey itself stays as it is. */
  async forgetMapping(accepted: AcceptedMappings): Promise<void> {
    await accepted.forget(this.#parts.file);
  }

  /** World positions of at most so many traces, evenly spread in file order; null where none has any. */
  readPositions(most: number, signal: AbortSignal): Promise<TracePositions | null> {
    const { file, description } = this.#parts;
    return readPositions(file, description.layout, this.#knowledge.words, most, signal);
  }

  async readSlice(
    plane: SurveyPlane,
    decimation: Decimation,
    into: Float32Array,
    signal: AbortSignal,
  ): Promise<SliceRead> {
    const { file, description, origin } = this.#parts;
    const knowledge = this.#knowledge;
    checkPlane(this.#info, plane, decimation);
    checkRoom(planeShape(plane, planeCounts(this.#info), decimation), into);
    const reader = { file, layout: description.layout, alignment: knowledge.alignment };
    return { ...(await readPlane(reader, knowledge, plane, decimation, into, signal)), origin };
  }

  async readGridTraces(cells: Int32Array, every: number, into: Float32Array, signal: AbortSignal): Promise<SliceRead> {
    const { file, description, origin } = this.#parts;
    const { alignment, ...knowledge } = this.#knowledge;
    checkGridTraces(this.#info, cells, every);
    checkRoom([cells.length, Math.ceil(this.#info.samples.count / every)], into);
    const reader = { file, layout: description.layout, alignment };
    return { ...(await readGridTraces(reader, knowledge, cells, every, into, signal)), origin };
  }

  readTraces(first: number, count: number, into: Float32Array, signal: AbortSignal): Promise<ReadReport> {
    const plane: SurveyPlane = { orientation: 'traces', index: traceIndex(first), count };
    return this.readSlice(plane, { rows: 1, columns: 1 }, into, signal);
  }

  fetchedAround({ inline, crossline, sample }: Extract<SamplePlace, { readonly inline: unknown }>): number | null {
    const { file, description } = this.#parts;
    const { geometry } = this.#knowledge;
    if (geometry.kind !== 'cube' || description.layout.varying !== null) return null;
    const trace = traceAtGrid(geometry, inline, crossline);
    return trace === MISSING_TRACE ? null : residentAround(file, description.layout, trace, sample);
  }

  async readExactSample(place: SamplePlace, signal: AbortSignal): Promise<string | null> {
    const { file, description } = this.#parts;
    const { geometry, alignment } = this.#knowledge;
    checkPlace(this.#info, place);
    return await readExactSample({ file, layout: description.layout, alignment }, geometry, place, signal);
  }

  async readHeaders(
    words: readonly HeaderWord[],
    first: number,
    count: number,
    signal: AbortSignal,
    step = 1,
  ): Promise<Float64Array[]> {
    const { file, description } = this.#parts;
    const { layout } = description;
    checkTraceRange(first, (count - 1) * step + 1, layout.traceCount);
    return gatherTraceWords(file, layout, { first, count, step }, words, signal);
  }

  describeHeaders(): Promise<HeaderDescription> {
    return describeHeaders(this.#parts.file, this.#parts.description.layout);
  }

  async readTraceHeader(trace: number): Promise<Uint8Array> {
    const { file, description } = this.#parts;
    checkTraceRange(trace, 1, description.layout.traceCount);
    return readStoredHeader(file, description.layout, trace);
  }

  navigation(range: NavigationRange): LineNavigation {
    checkNavigation(this.#info, range);
    const { geometry } = this.#knowledge;
    const line = geometry.kind === 'line' ? geometry.lines?.lines[range.line] : undefined;
    if (line === undefined) throw noLine(range);
    return navigationOf(line, range);
  }

  locateTrace(trace: number): TracePlace | null {
    checkTraceRange(trace, 1, this.#parts.description.layout.traceCount);
    return placeOfTrace(this.#knowledge.geometry, trace);
  }

  readTextHeaders(): Promise<readonly TextHeader[]> {
    return Promise.resolve(this.#parts.description.header.texts);
  }

  readStatistics(signal: AbortSignal): Promise<AmplitudeStatistics> {
    const { file, description } = this.#parts;
    return sampleStatistics(file, description.layout, this.#knowledge.deadTraces, signal);
  }

  close(): Promise<void> {
    this.#closing.abort();
    this.#listeners.clear();
    this.#closed ??= this.#parts.file.close();
    return this.#closed;
  }
}

function checkRoom([rows, columns]: readonly [number, number], into: Float32Array): void {
  if (into.length === rows * columns) return;
  const detail = `a slice of ${rows} x ${columns} was asked into ${into.length} values`;
  throw new CrosslineError({ code: 'internal', detail });
}
