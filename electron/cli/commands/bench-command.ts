import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Option } from 'commander';
import type { Command } from 'commander';
import type { SampleSize } from '../../../shared/contract.ts';
import { CrosslineError } from '../../../shared/errors.ts';
import { GROUPS } from '../../bench/groups.ts';
import type { BenchGroup } from '../../bench/harness/bench-group.ts';
import { comparisonTable } from '../../bench/harness/compare.ts';
import { describeMachine } from '../../bench/harness/machine.ts';
import { benchRow, benchTable } from '../../bench/harness/report.ts';
import type { BenchReport } from '../../bench/harness/report.ts';
import { runGroup } from '../../bench/harness/run-group.ts';
import { keptSample } from '../kept-sample.ts';
import { bytesText } from '../../bench/harness/bytes-text.ts';
import { writeAtomically } from '../output/write-atomically.ts';
import { SAMPLE_SIZES } from '../sample-sizes.ts';
import { parseInteger, parsePositive } from '../slice/option-parsers.ts';
import type { Terminal } from '../terminal.ts';

interface BenchOptions {
  readonly file?: string;
  readonly size: SampleSize;
  readonly peers?: true;
  readonly json?: true;
  readonly plot?: string;
  readonly seed: number;
  readonly seconds: number;
}

export function addBenchCommand(program: Command, terminal: Terminal): void {
  const bench = program.command('bench').description('Measure, and compare with other programs');
  for (const group of GROUPS) addGroupCommand(bench, group, terminal);
  bench
    .command('compare')
    .description('Set two reports of --json side by side')
    .argument('<before>', 'report of the earlier run')
    .argument('<after>', 'report of the later run')
    .action(async (before: string, after: string) => {
      terminal.writeOut(comparisonTable(await readReport(before, terminal), await readReport(after, terminal)));
    });
}

function addGroupCommand(bench: Command, group: BenchGroup, terminal: Terminal): void {
  const command = bench.command(group.name).description(`Measure ${group.description}`);
  if (group.needsFile) {
    command
      .option('--file <path>', 'cube to measure on (default: the sample survey, written once)')
      .addOption(new Option('--size <size>', 'of the sample survey').choices(SAMPLE_SIZES).default('medium'));
  }
  if (group.peer !== null) {
    command.option('--peers', `measure ${group.peer.modules.join(' and ')} too, in Python (CROSSLINE_PYTHON)`);
  }
  if (group.plot !== undefined) command.option('--plot <file.svg>', 'draw the best times against size');
  command
    .option('--json', 'print the medians as JSON, for scripts')
    .option('--seed <number>', 'what is read is drawn from it', parseInteger, 1)
    .option('--seconds <number>', 'to spend on a case', parsePositive, 2)
    .action((options: BenchOptions) => runBench(group, options, terminal));
}

async function runBench(group: BenchGroup, options: BenchOptions, terminal: Terminal): Promise<void> {
  const result = await runGroup(group, {
    file: group.needsFile ? await benchFile(options, terminal) : '',
    withPeers: options.peers === true,
    seed: options.seed,
    secondsPerCase: options.seconds,
    environment: process.env,
    signal: terminal.interrupted,
    report: (line) => terminal.writeError(`${line}\n`),
  });
  const machine = describeMachine();
  if (options.json === true) {
    const rows = result.results.map((each) => benchRow(group.name, each, result.peer));
    terminal.writeOut(`${JSON.stringify({ machine, rows } satisfies BenchReport, null, 2)}\n`);
  } else {
    terminal.writeOut(benchTable(machine, group.name, result.results, result.peer));
    for (const note of result.notes) terminal.writeOut(`\n${note}\n`);
  }
  if (options.plot !== undefined && group.plot !== undefined) {
    const path = resolve(terminal.workingFolder, options.plot);
    await writeAtomically(path, [group.plot(result.results, result.peer)]);
  }
  if (result.peakBytes !== null) terminal.writeError(`Peak memory: ${bytesText(result.peakBytes)}\n`);
}

async function benchFile({ file, size }: BenchOptions, terminal: Terminal): Promise<string> {
  return file === undefined ? (await keptSample(size, terminal)).cubePath : resolve(terminal.workingFolder, file);
}

async function readReport(path: string, terminal: Terminal): Promise<BenchReport> {
  const absolute = resolve(terminal.workingFolder, path);
  try {
    const report: unknown = JSON.parse(await readFile(absolute, 'utf8'));
    if (typeof report === 'object' && report !== null && 'rows' in report && Array.isArray(report.rows)) {
      return report as BenchReport;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new CrosslineError({ code: 'file-not-found', path: absolute }, { cause: error });
    }
    throw new CrosslineError({ code: 'io-failed', path: absolute, detail: (error as Error).message }, { cause: error });
  }
  throw new CrosslineError({ code: 'io-failed', path: absolute, detail: 'it is no report of crossline bench --json' });
}
