/** Reads the samples of the traces that bound crossings. */
import type { ByProfile, ExchangeDocument } from '../../../shared/exchange/exchange-document.ts';
import type { CollectContext, CollectedLine } from './collect-lines.ts';
import { cancelled } from '../../native/file-faults.ts';

/** @param lines of the document's profiles; each is read from its file, NaN where a trace has no sample */
export async function readBoundingTraces(
  document: ExchangeDocument,
  lines: readonly CollectedLine[],
  context: CollectContext,
): Promise<ByProfile<ReadonlyMap<number, Float32Array>>> {
  const wanted = boundingTraces(document);
  const traces = new Map<string, Map<string, ReadonlyMap<number, Float32Array>>>();
  for (const [at, line] of lines.entries()) {
    if (context.signal.aborted) throw cancelled();
    const indices = wanted.get(line.survey)?.get(line.profile);
    if (indices !== undefined) {
      const profiles = traces.get(line.survey) ?? new Map<string, ReadonlyMap<number, Float32Array>>();
      traces.set(line.survey, profiles.set(line.profile, await readTraces(line, indices, context)));
    }
    context.onProgress(at + 1, lines.length);
  }
  return traces;
}

/** Ascending. */
function boundingTraces({ intersections }: ExchangeDocument): ByProfile<readonly number[]> {
  const wanted = new Map<string, Map<string, Set<number>>>();
  const want = (survey: string, profile: string, indices: readonly number[]): void => {
    const profiles = wanted.get(survey) ?? new Map<string, Set<number>>();
    wanted.set(survey, profiles);
    const all = profiles.get(profile) ?? new Set();
    profiles.set(profile, all);
    for (const index of indices) all.add(index);
  };
  for (const { survey1, profile1, t11, t12, survey2, profile2, t21, t22 } of intersections) {
    want(survey1, profile1, [t11, t12]);
    want(survey2, profile2, [t21, t22]);
  }
  const sorted = (profiles: ReadonlyMap<string, ReadonlySet<number>>): ReadonlyMap<string, readonly number[]> =>
    new Map([...profiles].map(([profile, indices]) => [profile, [...indices].sort((a, b) => a - b)]));
  return new Map([...wanted].map(([survey, profiles]) => [survey, sorted(profiles)]));
}

async function readTraces(
  { path, name, overrides, traces }: CollectedLine,
  indices: readonly number[],
  { opener, signal }: CollectContext,
): Promise<ReadonlyMap<number, Float32Array>> {
  const { source } = await opener.open(path, name, overrides);
  try {
    const samples = new Map<number, Float32Array>();
    for (const index of indices) {
      const into = new Float32Array(source.info.samples.count);
      await source.readTraces(traces[index]!, 1, into, signal);
      samples.set(index, into);
    }
    return samples;
  } finally {
    await source.close();
  }
}
