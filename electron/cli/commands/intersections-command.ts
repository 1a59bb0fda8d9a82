import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { encodeDocument, type NamedDocument } from '../../../shared/exchange/encode-document.ts';
import { CROSSING_ALGORITHMS } from '../../../shared/geometry/crossings/find-crossings.ts';
import { bytesText } from '../../bench/harness/bytes-text.ts';
import { watchPeakMemory } from '../../bench/harness/peak-memory.ts';
import { createJobLauncher } from '../../bench/read/job-launcher.ts';
import { appFolders } from '../../engine/app-folders.ts';
import type { CrossingParameters, CrossingResult } from '../../jobs/crossings/find-crossings-of-files.ts';
import { JobRunner } from '../../jobs/job-runner.ts';
import { countsText, crossingsText, searchText } from '../intersections/crossings-text.ts';
import { parseDocumentOutput, type DocumentOutput } from '../intersections/document-output.ts';
import { importedDocument } from '../intersections/imported-document.ts';
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
    .argument('<files...>', 'survey files, or folders of them; or one document of crossings, to check, list or convert')
    .addOption(new Option('--algorithm <name>', 'all give the same').choices(CROSSING_ALGORITHMS).default('auto'))
    .option('--self', 'also where a line crosses itself')
    .option('--traces', 'add the samples of the traces that bound the crossings to the document')
    .option('--out <path>', 'where to write: .json, .cbor, .bson, or .csv for the crossings alone', parseDocumentOutput)
    .action((names: string[], options: IntersectionOptions) => runIntersections(names, options, terminal));
}

async function runIntersections(
  names: readonly string[],
  options: IntersectionOptions,
  terminal: Terminal,
): Promise<void> {
  const memory = watchPeakMemory();
  const imported = await importedDocument(names, terminal);
  if (imported === null) {
    const result = await findInFiles(names, options, terminal);
    terminal.writeOut(`${countsText(result.document)} ${searchText(result)}\n`);
    await present(result, options, terminal);
  } else {
    terminal.writeOut(`${countsText(imported)}\n`);
    await present({ document: imported, names: new Map() }, options, terminal);
  }
  const peak = memory.stop();
  if (peak !== null) terminal.writeError(`Peak memory: ${bytesText(peak)}\n`);
}

/** Lists what was found, or writes it where that was asked for. */
async function present(found: NamedDocument, { out }: IntersectionOptions, terminal: Terminal): Promise<void> {
  if (out === undefined) {
    terminal.writeOut(crossingsText(found));
    return;
  }
  const overlaps = found.document.overlaps.length;
  if (out.format === 'csv' && overlaps > 0) {
    terminal.writeError(`Overlaps are not in the table: ${overlaps}. Write .json, .cbor or .bson to have them.\n`);
  }
  await writeAtomically(resolve(terminal.workingFolder, out.path), encodeDocument(found, out.format));
}

async function findInFiles(
  names: readonly string[],
  { algorithm, traces, self }: IntersectionOptions,
  terminal: Terminal,
): Promise<CrossingResult> {
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
  return result;
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
