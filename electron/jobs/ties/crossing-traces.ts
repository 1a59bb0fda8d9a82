/** Reads what ties are made of: the trace of either line at each crossing. */
import type { SampleAxis } from '../../../shared/axes.ts';
import type { FoundCrossings } from '../../../shared/geometry/crossings/find-crossings.ts';
import {
  meanTrace,
  positionAlong,
  tracesAround,
  type WeightedTrace,
} from '../../../shared/ties/estimate/trace-at-crossing.ts';
import type { TieTrace } from '../../../shared/ties/signal/tie-trace.ts';
import { cancelled } from '../../native/file-faults.ts';
import type { CollectContext, CollectedLine } from '../crossings/collect-lines.ts';

export interface LineTraces {
  readonly samples: SampleAxis;
  /** By their places along the line. */
  readonly traces: ReadonlyMap<number, Float32Array>;
}

/** At one crossing: which traces of each line make the trace there. */
export interface CrossingWeights {
  readonly line1: number;
  readonly line2: number;
  readonly around1: readonly WeightedTrace[];
  readonly around2: readonly WeightedTrace[];
}

/** @param traces whose weighted mean counts: 2 or more */
export function crossingWeights(
  lines: readonly Pick<CollectedLine, 'x' | 'y'>[],
  { crossings }: Pick<FoundCrossings, 'crossings'>,
  traces: number,
): readonly CrossingWeights[] {
  const around = (line: number, t1: number, t2: number, crossing: number): readonly WeightedTrace[] => {
    const { x, y } = lines[line]!;
    const position = { x, y, t1, t2, crossingX: crossings.x[crossing]!, crossingY: crossings.y[crossing]! };
    return tracesAround(positionAlong(position), traces, x.length);
  };
  return Array.from(crossings.x, (_, k) => {
    const [line1, line2] = [crossings.profile1[k]!, crossings.profile2[k]!];
    return {
      line1,
      line2,
      around1: around(line1, crossings.t11[k]!, crossings.t12[k]!, k),
      around2: around(line2, crossings.t21[k]!, crossings.t22[k]!, k),
    };
  });
}

/** Of each line, the places of the traces that crossings need. */
export function wantedTraces(lineCount: number, crossings: readonly CrossingWeights[]): readonly ReadonlySet<number>[] {
  const wanted = Array.from({ length: lineCount }, () => new Set<number>());
  for (const { line1, line2, around1, around2 } of crossings) {
    for (const { trace } of around1) wanted[line1]!.add(trace);
    for (const { trace } of around2) wanted[line2]!.add(trace);
  }
  return wanted;
}

/** Each file is opened once. @returns one a line; null of lines that cross nothing */
export async function readLineTraces(
  lines: readonly CollectedLine[],
  crossings: readonly CrossingWeights[],
  { opener, signal, onProgress }: CollectContext,
): Promise<readonly (LineTraces | null)[]> {
  const wanted = wantedTraces(lines.length, crossings);
  const read: (LineTraces | null)[] = [];
  for (const [at, { path, name, overrides, traces: inFile }] of lines.entries()) {
    if (signal.aborted) throw cancelled();
    onProgress(at, lines.length);
    if (wanted[at]!.size === 0) {
      read.push(null);
      continue;
    }
    const { source } = await opener.open(path, name, overrides);
    try {
      const traces = new Map<number, Float32Array>();
      for (const trace of [...wanted[at]!].sort((a, b) => a - b)) {
        const into = new Float32Array(source.info.samples.count);
        await source.readTraces(inFile[trace]!, 1, into, signal);
        traces.set(trace, into);
      }
      read.push({ samples: source.info.samples, traces });
    } finally {
      await source.close();
    }
  }
  onProgress(lines.length, lines.length);
  return read;
}

export function traceAt({ samples, traces }: LineTraces, around: readonly WeightedTrace[]): TieTrace {
  const axis = { startMs: samples.firstSampleMs, intervalMs: samples.sampleIntervalUs / 1000 };
  return meanTrace(
    around.map(({ trace }) => ({ ...axis, samples: traces.get(trace)! })),
    around.map(({ weight }) => weight),
  );
}
