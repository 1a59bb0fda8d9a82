/** The body of the folder job: opens many files one after the other, says what each holds, and closes it again. */
import { faultOf } from '../../shared/errors.ts';
import type { FolderFile } from '../../shared/folder.ts';
import type { FoundFile } from '../engine/folders/walk-folder.ts';
import type { OpenedSource, SourceOpener } from '../engine/open-source.ts';
import { createIndexStore } from '../formats/segy/scan-index.ts';
import { AwaitedIndex } from './awaited-index.ts';
import { cancelled } from '../native/file-faults.ts';
import type { NativeReader } from '../native/native-reader.ts';
import { completeGeometry, createJobOpener } from './open-in-job.ts';
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
  const opener = createJobOpener(parameters.stateFolder, index, context.reader);
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
