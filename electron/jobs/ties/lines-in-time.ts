import type { CollectedLine } from '../crossings/collect-lines.ts';
import type { LineTraces } from './crossing-traces.ts';

export interface LinesInTime {
  /** Of each line, whether it may be tied. */
  readonly isIn: readonly boolean[];
  readonly notes: readonly string[];
}

/** Times and depths are never compared: lines in depth are left out, those that do not say are taken to be in time. */
export function linesInTime(
  lines: readonly Pick<CollectedLine, 'name'>[],
  traces: readonly (LineTraces | null)[],
): LinesInTime {
  const isIn = traces.map((each) => each !== null && each.samples.domain !== 'depth');
  const notes = lines.flatMap(({ name }, at) =>
    traces[at]?.samples.domain === 'depth'
      ? [`Left out ${name}: it is in depth, and times and depths are never compared.`]
      : [],
  );
  const unknown = lines.filter((_, at) => traces[at]?.samples.domain === 'unknown').map(({ name }) => name);
  if (unknown.length > 0) {
    notes.push(
      `Taken to be in time, which the file does not say: ${unknown.join(', ')}. Set the domain of one in depth in the mapping assistant, so that it is left out.`,
    );
  }
  return { isIn, notes };
}
