/** The body of the folder job: opens many files one after the other, says what each holds, and closes it again. */
import { faultOf } from '../../shared/errors.ts';
import type { FolderFile } from '../../shared/folder.ts';
import type { FoundFile } from '../engine/folders/walk-folder.ts';
import { createSourceOpener, type OpenedSource, type SourceOpener } from '../engine/open-source.ts';
import { AcceptedMappings } from '../formats/segy/accepted/accepted-mappings.ts';
import { createIndexStore, type IndexStore } from '../formats/segy/scan-index.ts';
import { AwaitedIndex } from './awaited-index.ts';
import { cancelled } from '../native/file-faults.ts';
import type { NativeReader } from '../native/native-reader.ts';
import { createHdf5Readers } from './hdf5-readers.ts';
import { scanSegy } from './scan.ts';
import { summariseSurvey } from './survey-summary.ts';

export interface ExamineParameters {
  readonly files: readonly FoundFile[];
  /** Of the engine, so that a file is listed as it will open. */
  readonly stateFolder: string;
  readonly cacheFolder: string;
}

export interface ExamineContext {
  readonly reader: NativeReader;
  readonly signal: AbortSignal;
  /** Files. */
  readonly onProgress: (done: number, total: number) => void;
  readonly onItems: (files: readonly FolderFile[]) => void;
}

/** While one waits for the disk or for the addon's threads, the next is looked at. */
const FILES_AT_A_TIME = 4;
/** As often as a list needs to grow. */
const ITEMS_EVERY_MS = 100;

/** @throws CrosslineError cancelled */
export async function examineFiles(parameters: ExamineParameters, context: ExamineContext): Promise<null> {
  const { files } = parameters;
  const { signal, onProgress, onItems } = context;
  const index = new AwaitedIndex(createIndexStore(parameters.cacheFolder, true));
  const opener = openerOf(parameters.stateFolder, index, context.reader);
  let found: FolderFile[] = [];
  let sentMs = performance.now();
  let next = 0;
  let done = 0;
  const lane = async (): Promise<void> => {
    while (next < files.length && !signal.aborted) {
      const file = files[next]!;
      next += 1;
      const examined = await examineFile(file, opener, context);
      // Behind the waiting: `found` may be another list by now.
      found.push(examined);
      done += 1;
      if (performance.now() - sentMs >= ITEMS_EVERY_MS) {
        onItems(found);
        found = [];
        sentMs = performance.now();
      }
      onProgress(done, files.length);
    }
  };
  await Promise.all(Array.from({ length: FILES_AT_A_TIME }, lane));
  await index.whenKept();
  if (signal.aborted) throw cancelled();
  onItems(found);
  return null;
}

/** HDF5 is parsed right here: this is the process for it. */
const openerOf = (stateFolder: string, index: IndexStore, reader: NativeReader): SourceOpener =>
  createSourceOpener({
    access: { roots: 'anywhere', files: [] },
    reader,
    index,
    accepted: new AcceptedMappings(stateFolder),
    allowSynthetic: false,
    hdf5: createHdf5Readers(null, reader),
  });

async function examineFile(file: FoundFile, opener: SourceOpener, context: ExamineContext): Promise<FolderFile> {
  let opened: OpenedSource | null = null;
  try {
    opened = await opener.open(file.path, file.name, null);
    await completeGeometry(opened, file.path, context);
    return { ...file, survey: await summariseSurvey(opened.source, context.signal), fault: null };
  } catch (thrown) {
    return { ...file, survey: null, fault: faultOf(thrown) };
  } finally {
    await opened?.source.close();
  }
}

/**
 * A cube that a few headers show is listed by them. Of anything else a few headers tell next to nothing, so all are read;
 * the index then spares the file's opening the same work.
 */
async function completeGeometry(
  { source, overrides, applyScan }: OpenedSource,
  path: string,
  { reader, signal }: ExamineContext,
): Promise<void> {
  if (source.info.geometryState !== 'sampled' || source.info.kind === 'cube' || applyScan === null) return;
  await applyScan(await scanSegy(path, reader, { overrides, signal, onProgress: () => undefined }));
}
