/**
 * A bounded share of the fuzzer in every test run: the first cases of seed 1, in batches. `npm run fuzz` runs as many as
 * wanted.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { areRealFilesMissing, REAL_FILES_FOLDER, realFilesNote } from '../formats/segy/test-real-files.ts';
import { bundleForTest } from '../jobs/bundle-for-test.ts';
import { runCampaign, type FuzzFinding } from './campaign/campaign.ts';
import { findingText } from './campaign/campaign-text.ts';
import { FuzzProcess, type WorkerProgram } from './campaign/fuzz-process.ts';
import { LIMITS, type Limits } from './campaign/limits.ts';
import { workerProgram } from './campaign/worker-program.ts';
import { realFiles } from './corpus/real-files.ts';
import { writeCorpus, type CorpusFiles } from './corpus/write-corpus.ts';
import { REGRESSIONS } from './regressions.ts';

const CASES_PER_BATCH = 150;
const BATCHES = [0, 1, 2, 3].map((batch) => batch * CASES_PER_BATCH);
/** Bounds a batch on a busy machine; then it runs fewer cases, but some. */
const MOST_SECONDS_PER_BATCH = 5;
const SEED = 1;
/** Other tests run beside this one, so time says nothing here; `npm run fuzz` holds cases to 2 s. */
const PATIENT: Limits = { ...LIMITS, caseMs: LIMITS.hangMs };
/** Of one batch: a worker that starts, and its last case, which may be a hang that is looked at again. */
const TIMEOUT_MS = 180_000;

let folder: string;
let workerBundle: string;
let jobProcess: string;
let made: CorpusFiles;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossline-fuzz-'));
  workerBundle = await bundleForTest(new URL('worker/fuzz-worker.ts', import.meta.url));
  jobProcess = await bundleForTest(new URL('../jobs/job-process.ts', import.meta.url));
  made = await writeCorpus(join(folder, 'corpus'));
}, 60_000);

afterAll(async () => {
  for (const path of [folder, dirname(workerBundle), dirname(jobProcess)])
    await rm(path, { recursive: true, force: true });
});

const program = (files: CorpusFiles): WorkerProgram => workerProgram(workerBundle, { files, folder, jobProcess });

async function runBatch(files: CorpusFiles, first: number): Promise<void> {
  const findings: FuzzFinding[] = [];
  const tally = await runCampaign({
    seed: SEED,
    first,
    end: first + CASES_PER_BATCH,
    mostSeconds: MOST_SECONDS_PER_BATCH,
    workers: 1,
    program: program(files),
    limits: PATIENT,
    signal: new AbortController().signal,
    onFinding: (finding) => findings.push(finding),
    onProgress: () => undefined,
  });
  expect(findings.map(findingText)).toEqual([]);
  expect(tally.failures).toEqual([]);
  expect(tally.count).toBeGreaterThan(0);
}

describe('what the fuzzer found stays mended', () => {
  let worker: FuzzProcess;
  beforeAll(async () => {
    worker = await FuzzProcess.start(program(made), PATIENT);
  }, TIMEOUT_MS);
  afterAll(() => worker.end());

  it.each(REGRESSIONS)('$was', async ({ fuzzCase }) => {
    if (!worker.isAlive) worker = await FuzzProcess.start(program(made), PATIENT);
    expect((await worker.run({ fuzzCase })).failure).toBeNull();
  });
});

describe('damaged files open, or are refused with advice', () => {
  it.each(BATCHES)('made here, from case %i on', (first) => runBatch(made, first), TIMEOUT_MS);

  it.skipIf(areRealFilesMissing).each(BATCHES)(
    `written by other software, from case %i on${realFilesNote}`,
    (first) => runBatch(realFiles(REAL_FILES_FOLDER), first),
    TIMEOUT_MS,
  );
});
