/** The traces of open lines that crossings need, read once. */
import { lineIndex, traceIndex } from '../../../shared/units.ts';
import type { LineTraces } from '../../jobs/ties/crossing-traces.ts';
import type { OpenLine } from '../crossings/open-lines.ts';
import type { SurveyRegistry } from '../survey-registry.ts';

export interface ReadTraces {
  /** One a line; null of lines of which none is wanted. */
  readonly traces: readonly (LineTraces | null)[];
  readonly readCount: number;
}

/** Only what is wanted by the last asking is kept: two or more traces a crossing. */
export class TieTraces {
  readonly #registry: Pick<SurveyRegistry, 'get'>;
  /** By the survey as it is read, which is another object once it is read otherwise, then by line. */
  #kept = new Map<object, Map<number, ReadonlyMap<number, Float32Array>>>();

  constructor(registry: Pick<SurveyRegistry, 'get'>) {
    this.#registry = registry;
  }

  /** @param wanted places along each of the lines */
  async read(
    lines: readonly OpenLine[],
    wanted: readonly ReadonlySet<number>[],
    signal: AbortSignal,
  ): Promise<ReadTraces> {
    const before = this.#kept;
    const kept: typeof before = new Map();
    const traces: (LineTraces | null)[] = [];
    let readCount = 0;
    for (const [at, { surveyId, info, line }] of lines.entries()) {
      if (wanted[at]!.size === 0) {
        traces.push(null);
        continue;
      }
      const earlier = before.get(info)?.get(line);
      const { source } = this.#registry.get(surveyId);
      const range = { line: lineIndex(line), first: traceIndex(0), count: lines[at]!.x.length, every: 1 };
      const inFile = source.navigation(range).trace;
      const found = new Map<number, Float32Array>();
      for (const trace of wanted[at]!) {
        let samples = earlier?.get(trace);
        if (samples === undefined) {
          samples = new Float32Array(info.samples.count);
          await source.readTraces(inFile[trace]!, 1, samples, signal);
          readCount += 1;
        }
        found.set(trace, samples);
      }
      traces.push({ samples: info.samples, traces: found });
      const ofSurvey = kept.get(info) ?? new Map<number, ReadonlyMap<number, Float32Array>>();
      kept.set(info, ofSurvey.set(line, found));
    }
    this.#kept = kept;
    return { traces, readCount };
  }
}
