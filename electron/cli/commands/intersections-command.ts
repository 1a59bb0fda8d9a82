import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { CROSSING_ALGORITHMS } from '../../../shared/geometry/crossings/find-crossings.ts';
import { bytesText } from '../../bench/harness/bytes-text.ts';
import { watchPeakMemory } from '../../bench/harness/peak-memory.ts';
import { createJobLauncher } from '../../bench/read/job-launcher.ts';
import { appFolders } from '../../engine/app-folders.ts';
import type { CrossingParameters, CrossingResult } from '../../jobs/crossings/find-crossings-of-files.ts';
import { JobRunner } from '../../jobs/job-runner.ts';
import { crossingsText, summaryText } from '../intersections/crossings-text.ts';
import { encodeDocument, parseDocumentOutput, type DocumentOutput } from '../intersections/encode-document.ts';
import { lineFiles } from '../intersections/line-files.ts';
import { createProgressLine } from '../output/progress-line.ts';
import { writeAtomically } from '../output/write-atomically.ts';
import type { Terminal } from '../terminal.ts';

interface IntersectionOptions {
  readonly algorithm: CrossingParameters['algorithm'];
  readonly traces?: true;
  readonly self?: true;
  readonly out?: DocumentOutput;
}

export function addIntersectionsCommand(program: Command, terminal: Terminal): void {
  program
    .command('intersections')
    .description('Find where 2D lines cross and where they run along each other')
    .argument('<files...>', 'survey files, or folders of them')
    .addOption(new Option('--algorithm <name>', 'all give the same').choices(CROSSING_ALGORITHMS).default('auto'))
    .option('--self', 'also where a line crosses itself')
    .option('--traces', 'add the samples of the traces that bound the crossings to the document')
    .option('--out <path>', 'where to write: .json, .cbor, .bson, or .csv for the crossings alone', parseDocumentOutput)
    .action((names: string[], options: IntersectionOptions) => runIntersections(names, options, terminal));
}

async function runIntersections(
  names: readonly string[],
  { algorithm, traces, self, out }: IntersectionOptions,
  terminal: Terminal,
): Promise<void> {
  const memory = watchPeakMemory();
  const { files, notes } = await lineFiles(names, terminal);
  const { state, cache } = appFolders();
  const result = await findInJob(
    {
      files,
      algorithm,
      selfCrossings: self === true,
      withTraces: traces === true,
      stateFolder: state,
      cacheFolder: cache,
    },
    terminal,
  );
  for (const note of [...notes, ...result.notes]) terminal.writeError(`${note}\n`);
  terminal.writeOut(summaryText(result));
  if (out === undefined) {
    terminal.writeOut(crossingsText(result));
  } else {
    const overlaps = result.document.overlaps.length;
    if (out.format === 'csv' && overlaps > 0) {
      terminal.writeError(`Overlaps are not in the table: ${overlaps}. Write .json, .cbor or .bson to have them.\n`);
    }
    await writeAtomically(resolve(terminal.workingFolder, out.path), encodeDocument(result, out));
  }
  const peak = memory.stop();
  if (peak !== null) terminal.writeError(`Peak memory: ${bytesText(peak)}\n`);
}

/** In a process of its own where the program is built. @throws CrosslineError what the job rejects with; cancelled on Ctrl-C */
async function findInJob(parameters: CrossingParameters, terminal: Terminal): Promise<CrossingResult> {
  const progress = createProgressLine(terminal, 'Reading lines', 'files');
  const runner = new JobRunner(createJobLauncher(), ({ done, total }) => progress.update(done, total));
  const job = runner.start('crossings', 'Finding where lines cross', parameters);
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
