/** From files to what is adjusted: their lines, where they cross, and the traces there. */
import { createDocument } from '../../../shared/exchange/create-document.ts';
import type { Intersection } from '../../../shared/exchange/exchange-document.ts';
import { findCrossings } from '../../../shared/geometry/crossings/find-crossings.ts';
import { packProfiles } from '../../../shared/geometry/crossings/profile-lines.ts';
import type { TieCrossing } from '../../../shared/ties/tie-crossing.ts';
import { createIndexStore } from '../../formats/segy/scan-index.ts';
import { AwaitedIndex } from '../awaited-index.ts';
import { collectLines, type CollectedLine, type LineFile } from '../crossings/collect-lines.ts';
import type { CrossingContext } from '../crossings/find-crossings-of-files.ts';
import { createJobOpener } from '../open-in-job.ts';
import { crossingWeights, readLineTraces, traceAt } from './crossing-traces.ts';
import { linesInTime } from './lines-in-time.ts';

export interface ReadParameters {
  readonly files: readonly LineFile[];
  /** Traces about a crossing whose weighted mean counts; 2: linear between the bounding ones. */
  readonly tracesAround: number;
  readonly stateFolder: string;
  readonly cacheFolder: string;
}

export interface ReadCrossings {
  readonly lines: readonly CollectedLine[];
  readonly crossings: readonly TieCrossing[];
  /** The same crossings. */
  readonly intersections: readonly Intersection[];
  /** What was left out, and why. */
  readonly notes: readonly string[];
}

/** @throws CrosslineError cancelled; what opening a named file throws */
export async function readCrossings(
  { files, tracesAround, stateFolder, cacheFolder }: ReadParameters,
  { reader, signal, onNote }: CrossingContext,
): Promise<ReadCrossings> {
  onNote('Reading the lines');
  const index = new AwaitedIndex(createIndexStore(cacheFolder, true));
  // The job counts crossings; what comes before is told by its notes.
  const onProgress = (): void => undefined;
  const context = { reader, opener: createJobOpener(stateFolder, index, reader), signal, onProgress };
  const { lines, notes } = await collectLines(files, context);
  await index.whenKept();
  const packed = packProfiles(lines);
  const found = findCrossings(packed);
  const weights = crossingWeights(lines, found, tracesAround);
  onNote(`Reading the traces at ${weights.length} crossings`);
  const traces = await readLineTraces(lines, weights, context);
  const { isIn, notes: domainNotes } = linesInTime(lines, traces);
  const kept = [...weights.keys()].filter((k) => isIn[weights[k]!.line1]! && isIn[weights[k]!.line2]!);
  const { intersections } = createDocument(lines, packed, found);
  return {
    lines,
    crossings: kept.map((k): TieCrossing => {
      const { line1, line2, around1, around2 } = weights[k]!;
      return { line1, line2, trace1: traceAt(traces[line1]!, around1), trace2: traceAt(traces[line2]!, around2) };
    }),
    intersections: kept.map((k) => intersections[k]!),
    notes: [...notes, ...domainNotes],
  };
}
