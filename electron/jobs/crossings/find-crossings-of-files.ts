/** The body of the crossings job: where the 2D lines of files cross. Runs in a job's process, or in a test without one. */
import type { CrossingStages } from '../../../shared/crossing-stages.ts';
import { createDocument } from '../../../shared/exchange/create-document.ts';
import type { ExchangeDocument } from '../../../shared/exchange/exchange-document.ts';
import {
  findCrossings,
  type CrossingAlgorithm,
  type CrossingOptions,
} from '../../../shared/geometry/crossings/find-crossings.ts';
import { packProfiles } from '../../../shared/geometry/crossings/profile-lines.ts';
import { createIndexStore } from '../../formats/segy/scan-index.ts';
import type { NativeReader } from '../../native/native-reader.ts';
import { AwaitedIndex } from '../awaited-index.ts';
import { createJobOpener } from '../open-in-job.ts';
import { readBoundingTraces } from './bounding-traces.ts';
import { collectLines, type LineFile } from './collect-lines.ts';
import { StageTimer } from './stage-timer.ts';

export interface CrossingParameters {
  readonly files: readonly LineFile[];
  readonly algorithm: NonNullable<CrossingOptions['algorithm']>;
  readonly selfCrossings: boolean;
  /** Read the samples of the bounding traces. */
  readonly withTraces: boolean;
  readonly stateFolder: string;
  readonly cacheFolder: string;
}

export interface CrossingContext {
  readonly reader: NativeReader;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
  readonly onNote: (note: string) => void;
}

export interface CrossingResult {
  readonly document: ExchangeDocument;
  /** What people call the profiles, by profile id. */
  readonly names: ReadonlyMap<string, string>;
  /** What was left out, and why. */
  readonly notes: readonly string[];
  readonly algorithm: CrossingAlgorithm;
  readonly stages: CrossingStages;
}

/** @throws CrosslineError cancelled; what opening a named file throws */
export async function findCrossingsOfFiles(
  { files, algorithm, selfCrossings, withTraces, stateFolder, cacheFolder }: CrossingParameters,
  { reader, signal, onProgress, onNote }: CrossingContext,
): Promise<CrossingResult> {
  const timer = new StageTimer('load');
  const index = new AwaitedIndex(createIndexStore(cacheFolder, true));
  const context = { reader, opener: createJobOpener(stateFolder, index, reader), signal, onProgress };
  const { lines, notes } = await collectLines(files, context);
  await index.whenKept();
  onNote(`Finding the crossings of ${lines.length} lines`);
  const packed = packProfiles(lines);
  const found = findCrossings(packed, { algorithm, selfCrossings, onStage: (stage) => timer.enter(stage) });
  timer.enter('load');
  const document = createDocument(lines, packed, found);
  const traces = withTraces ? await readBoundingTraces(document, lines, context) : document.traces;
  return {
    document: { ...document, traces },
    names: new Map(lines.map(({ profile, name }) => [profile, name])),
    notes,
    algorithm: found.algorithm,
    stages: timer.stop(),
  };
}
