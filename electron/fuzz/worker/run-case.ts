/** Runs one case in this process: makes its file, visits it, and says what became of it. */
import { rm, truncate, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { applyMutations } from '../cases/apply-mutations.ts';
import type { Corpus } from '../cases/draw-case.ts';
import type { FuzzCase } from '../cases/fuzz-case.ts';
import type { EngineKind, FuzzHosts } from './fuzz-hosts.ts';
import { FuzzFailure, type Failure } from './fuzz-failure.ts';
import { WaitingTimes } from './timed-calls.ts';
import { visitSurvey, type Visit, type VisitedHosts } from './visit-survey.ts';

export interface CaseResult {
  /** What the file opened as, or the code of the fault that refused it. */
  readonly outcome: string;
  /** Of an opening with its scan, or of another call. */
  readonly longestMs: number;
  /** Null where all went as it should. */
  readonly failure: Failure | null;
}

export interface CaseContext {
  readonly corpus: Corpus;
  readonly hosts: FuzzHosts;
  /** For the files of cases. */
  readonly folder: string;
}

export async function runCase(fuzzCase: FuzzCase, { corpus, hosts, folder }: CaseContext): Promise<CaseResult> {
  // A name of its own: what was kept of one case must not answer another.
  const path = join(folder, `${fuzzCase.name.replaceAll(/[^\w-]/g, '-')}${extname(fuzzCase.file)}`);
  const times = new WaitingTimes();
  try {
    await writeCase(path, fuzzCase, corpus);
    const visit = await visitAll({ hosts, times }, path, fuzzCase);
    return { outcome: outcomeOf(visit), longestMs: times.longestMs, failure: null };
  } catch (thrown) {
    if (!(thrown instanceof FuzzFailure)) throw thrown;
    return { outcome: 'failed', longestMs: times.longestMs, failure: thrown.failure };
  } finally {
    await rm(path, { force: true });
  }
}

export async function writeCase(path: string, { file, mutations }: FuzzCase, corpus: Corpus): Promise<void> {
  const { bytes, fileBytes } = applyMutations(corpus.bytesOf(file), mutations, (name) => corpus.bytesOf(name));
  await writeFile(path, bytes);
  if (fileBytes > bytes.length) await truncate(path, fileBytes);
}

async function visitAll(visited: VisitedHosts, path: string, fuzzCase: FuzzCase): Promise<Visit> {
  const engines: readonly EngineKind[] = fuzzCase.host === 'both' ? ['addon', 'twin'] : [fuzzCase.host];
  const visits: Visit[] = [];
  for (const engine of engines) visits.push(await visitSurvey(visited, engine, path, fuzzCase));
  const [first, second] = visits as [Visit, ...Visit[]];
  if (second !== undefined) requireAgreement('disagreement', 'addon and twin', first, second);
  if (fuzzCase.isReopened && fuzzCase.change === null) {
    const again = await visitSurvey(visited, engines[0]!, path, fuzzCase);
    requireAgreement('contradiction', 'the first and the second opening', first, again);
  }
  return first;
}

const outcomeOf = (visit: Visit): string => (visit.kind === 'open' ? visit.info.kind : visit.fault.code);

function requireAgreement(kind: 'disagreement' | 'contradiction', who: string, one: Visit, other: Visit): void {
  const fail = (what: string): never => {
    throw new FuzzFailure(kind, `${who} differ in ${what}`);
  };
  if (one.kind === 'refused' || other.kind === 'refused') {
    if (one.kind !== other.kind || !isDeepStrictEqual(one, other)) fail('their refusal');
    return;
  }
  const facts = Object.keys(one.info).filter((name) => !OWN_FACTS.has(name)) as (keyof SurveyInfo)[];
  const differing = facts.filter((name) => !isDeepStrictEqual(one.info[name], other.info[name]));
  if (differing.length > 0) fail(differing.join(', '));
  if (one.digest !== other.digest) fail('samples');
}

/** Of the opening and not of the file. */
const OWN_FACTS: ReadonlySet<string> = new Set(['id', 'geometryState']);
