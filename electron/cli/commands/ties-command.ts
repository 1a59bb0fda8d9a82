import { resolve } from 'node:path';
import type { Command } from 'commander';
import { DEFAULT_TIE_OPTIONS } from '../../../shared/ties/tie-options.ts';
import { bytesText } from '../../bench/harness/bytes-text.ts';
import { watchPeakMemory } from '../../bench/harness/peak-memory.ts';
import { createJobLauncher } from '../../bench/read/job-launcher.ts';
import { appFolders } from '../../engine/app-folders.ts';
import { JobRunner } from '../../jobs/job-runner.ts';
import type { TieParameters, TieResult } from '../../jobs/ties/tie-files.ts';
import { lineFiles } from '../intersections/line-files.ts';
import { createProgressLine } from '../output/progress-line.ts';
import { parseNumber, parsePositive } from '../slice/option-parsers.ts';
import type { Terminal } from '../terminal.ts';
import { parseGate, parseTieOutput, parseTraceCount, writeTies, type TieOutput } from '../ties/tie-output.ts';
import { summaryText, tiesText } from '../ties/ties-text.ts';

interface TiesOptions {
  readonly gate?: readonly [number, number];
  readonly maxShift: number;
  readonly reference: readonly string[];
  readonly minQuality: number;
  readonly damping: number;
  readonly traces: number;
  /** False: `--no-curves`. */
  readonly curves: boolean;
  readonly out?: TieOutput;
}

export function addTiesCommand(program: Command, terminal: Terminal): void {
  const { maxShiftMs, minQuality, damping } = DEFAULT_TIE_OPTIONS;
  program
    .command('ties')
    .description(
      'Find how far 2D lines agree where they cross, and the shift, phase, gain and shift curve of each that make them agree. ' +
        'Lines in depth are left out: times and depths are never compared',
    )
    .argument('<files...>', 'survey files, or folders of them')
    .option('--gate <from:to>', 'compare between two times in ms (default: the whole records)', parseGate)
    .option('--max-shift <ms>', 'shifts are looked for up to it', parsePositive, maxShiftMs)
    .option('--reference <line>', 'a line that is right, by name or id; may be repeated', collect, [])
    .option('--min-quality <0..1>', 'crossings below it say nothing of the lines', parseNumber, minQuality)
    .option(
      '--damping <weight>',
      'draws corrections to 0 as one more crossing of that weight would',
      parseNumber,
      damping,
    )
    .option('--traces <n>', 'traces about a crossing whose weighted mean is compared', parseTraceCount, 2)
    .option('--no-curves', 'one shift a line, constant in time')
    .option(
      '--out <path>',
      'where to write: .json; or .csv, for the crossings, with the lines in .lines.csv',
      parseTieOutput,
    )
    .action((names: string[], options: TiesOptions) => runTies(names, options, terminal));
}

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

async function runTies(names: readonly string[], options: TiesOptions, terminal: Terminal): Promise<void> {
  const memory = watchPeakMemory();
  const { files, notes } = await lineFiles(names, terminal);
  const { state, cache } = appFolders();
  const {
    document,
    notes: leftOut,
    readMs,
    adjustMs,
  } = await tieInJob(
    {
      files,
      references: options.reference,
      tracesAround: options.traces,
      options: {
        ...DEFAULT_TIE_OPTIONS,
        gateMs: options.gate ?? null,
        maxShiftMs: options.maxShift,
        minQuality: options.minQuality,
        damping: options.damping,
        warp: options.curves ? DEFAULT_TIE_OPTIONS.warp : null,
      },
      stateFolder: state,
      cacheFolder: cache,
    },
    terminal,
  );
  for (const note of [...notes, ...leftOut]) terminal.writeError(`${note}\n`);
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
  terminal.writeOut(`${summaryText(document)} (read ${seconds(readMs)}, adjust ${seconds(adjustMs)})\n`);
  if (options.out === undefined) terminal.writeOut(tiesText(document));
  else await writeTies(resolve(terminal.workingFolder, options.out.path), options.out.format, document);
  const peak = memory.stop();
  if (peak !== null) terminal.writeError(`Peak memory: ${bytesText(peak)}\n`);
}

/** In a process of its own where the program is built. @throws CrosslineError what the job rejects with; cancelled on Ctrl-C */
async function tieInJob(parameters: TieParameters, terminal: Terminal): Promise<TieResult> {
  const progress = createProgressLine(terminal, 'Tying lines', 'crossings');
  const runner = new JobRunner(createJobLauncher(), ({ done, total }) => progress.update(done, total));
  const job = runner.start('ties', 'Tying lines where they cross', parameters);
  const cancel = (): void => runner.cancel(job.id);
  terminal.interrupted.addEventListener('abort', cancel, { once: true });
  try {
    return await job.result;
  } finally {
    progress.clear();
    terminal.interrupted.removeEventListener('abort', cancel);
    await runner.close();
  }
}
