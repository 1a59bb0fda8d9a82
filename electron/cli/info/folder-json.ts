import { describeFault, type CrosslineFault } from '../../../shared/errors.ts';
import type { FolderFile, SurveySummary } from '../../../shared/folder.ts';

/**
 * An element of what `crossline info FOLDER --json` prints, a list by name. Scripts rely on it: names may be added, none
 * renamed or removed.
 */
export interface FolderFileJson {
  readonly path: string;
  /** From the folder on, with `/` between folders. */
  readonly name: string;
  readonly fileBytes: number;
  /** Null where the file does not open. */
  readonly survey: SurveySummary | null;
  /** Null where it does. */
  readonly fault: { readonly code: CrosslineFault['code']; readonly message: string; readonly advice: string } | null;
}

export const folderJson = (files: readonly FolderFile[]): FolderFileJson[] =>
  files.map(({ path, name, bytes, survey, fault }) => ({
    path,
    name,
    fileBytes: bytes,
    survey,
    fault: fault && { code: fault.code, ...describeFault(fault) },
  }));
