/** `npm run fuzz`: thousands of damaged files, and what became of each. Exits with 1 where one failed. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCampaign, type FuzzFinding } from './campaign/campaign.ts';
import { campaignText, findingText } from './campaign/campaign-text.ts';
import { FuzzProcess, type WorkerProgram } from './campaign/fuzz-process.ts';
import { workerProgram } from './campaign/worker-program.ts';
import { realFiles } from './corpus/real-files.ts';
import { writeCorpus } from './corpus/write-corpus.ts';
import { FUZZ_USAGE, parseFuzzOptions, type FuzzOptions } from './fuzz-options.ts';

const PROGRESS_EVERY = 500;

async function fuzz(options: FuzzOptions, userFolder: string): Promise<number> {
  const { seed, first, cases, seconds, workers } = options;
  const folder = await mkdtemp(join(tmpdir(), 'crossline-fuzz-'));
  const interruption = new AbortController();
  process.once('SIGINT', () => interruption.abort());
  try {
    const real = realFiles(process.env['CROSSLINE_DATA'] ?? beside('../../../shared/data'));
    if (Object.keys(real).length === 0) process.stderr.write('There are no real files; those made here are mutated.\n');
    const files = { ...(await writeCorpus(join(folder, 'corpus'))), ...real };
    const jobProcess = beside('../node/job-process.mjs');
    const program = workerProgram(beside('fuzz-worker.mjs'), { files, folder, jobProcess });
    const findings: FuzzFinding[] = [];
    const tally = await runCampaign({
      seed,
      first,
      end: first + cases,
      mostSeconds: seconds,
      workers,
      program,
      signal: interruption.signal,
      onFinding: (finding) => {
        findings.push(finding);
        process.stdout.write(findingText(finding));
      },
      onProgress: ({ count, failures }) => {
        if (count % PROGRESS_EVERY === 0) process.stderr.write(`${count} cases, ${failures.length} failed\n`);
      },
    });
    if (options.isAgain) process.stdout.write(await caseText(program, seed, first));
    if (options.keep !== null) await keepFindings(findings, program, resolve(userFolder, options.keep));
    process.stdout.write(campaignText(tally));
    return tally.failures.length === 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function keepFindings(findings: readonly FuzzFinding[], program: WorkerProgram, folder: string): Promise<void> {
  if (findings.length === 0) return;
  await mkdir(folder, { recursive: true });
  const worker = await FuzzProcess.start(program);
  for (const finding of findings) {
    const name = finding.name.replace(':', '-');
    await worker.write(finding.fuzzCase, join(folder, `${name}.sgy`));
    await writeFile(join(folder, `${name}.json`), JSON.stringify(finding, null, 2));
  }
  worker.end();
}

async function caseText(program: WorkerProgram, seed: number, index: number): Promise<string> {
  const worker = await FuzzProcess.start(program);
  const fuzzCase = await worker.describe({ seed, index });
  worker.end();
  return `${JSON.stringify(fuzzCase)}\n`;
}

const beside = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

try {
  const options = parseFuzzOptions(process.argv.slice(2));
  process.exitCode = await fuzz(options, process.env['INIT_CWD'] ?? process.cwd());
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n${FUZZ_USAGE}`);
  process.exitCode = 2;
}
