import type { FolderExamined, FolderFile } from '../../../shared/folder.ts';
import { createEngine } from '../../engine/create-engine.ts';
import { createLocalLauncher } from '../../jobs/local-launcher.ts';
import { VERSION } from '../../version.ts';
import { createProgressLine } from '../output/progress-line.ts';
import type { Terminal } from '../terminal.ts';

export interface ExaminedFolder extends FolderExamined {
  /** By name. */
  readonly files: readonly FolderFile[];
}

/** Looks through a folder in an engine of its own. @throws CrosslineError what `examineFolder` rejects with; cancelled on Ctrl-C */
export async function examinedFolder(path: string, terminal: Terminal): Promise<ExaminedFolder> {
  const progress = createProgressLine(terminal, 'Looking through the folder', 'files');
  const files: FolderFile[] = [];
  const engine = createEngine({ host: 'browser', version: VERSION, launcher: createLocalLauncher() });
  const client = engine.attachLocal({
    folderProgress: (told) => {
      files.push(...told.files);
      progress.update(told.done, told.total);
    },
  });
  const giveUp = (): void => client.close();
  terminal.interrupted.addEventListener('abort', giveUp, { once: true });
  try {
    const examined = await client.calls.examineFolder({ requestId: 1, path });
    const byName = files.toSorted((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }));
    return { ...examined, files: byName };
  } finally {
    progress.clear();
    terminal.interrupted.removeEventListener('abort', giveUp);
    await engine.close();
  }
}
