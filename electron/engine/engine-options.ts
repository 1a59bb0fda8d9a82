/** What a host tells the engine. */
import type { EngineHello, RequestedSurvey } from '../../shared/contract.ts';
import type { NativeReader } from '../native/native-reader.ts';
import type { ProcessLauncher } from '../jobs/process-launcher.ts';
import type { AppFolders } from './app-folders.ts';
import type { FileAccess } from './file-access.ts';

export interface HostDialogs {
  /** Empty where the user chose nothing. */
  chooseFiles(): Promise<readonly string[]>;
  /** Null where the user chose none. */
  chooseFolder(): Promise<string | null>;
}

export interface EngineOptions {
  readonly host: EngineHello['host'];
  readonly version: string;
  /** Default: anywhere, as for commands that the user types. */
  readonly access?: FileAccess;
  /** What `listRequested` answers. */
  readonly requested?: readonly RequestedSurvey[];
  /** Whether `synthetic:` paths can be opened. */
  readonly allowSynthetic?: boolean;
  /** Default: `createReader()`. */
  readonly reader?: NativeReader;
  /** Starts the jobs. Null: none run (no scan after opening, statistics in this process, no sample). */
  readonly launcher: ProcessLauncher | null;
  /** Default: `appFolders()`. */
  readonly folders?: AppFolders;
  /** Whether opened files are added to the recent ones. Default: false. */
  readonly remembersRecent?: boolean;
  /** Whether slices come from the cube files that lie beside surveys. Default: false, as for commands that name their file. */
  readonly usesCubeFiles?: boolean;
  /** Time slices that take longer come coarse first, where the page asks so. Default: `slowSliceMs()`. */
  readonly slowSliceMs?: number;
  /** Bytes of slices to keep; 0 keeps none, so that every request is a read. Default: `defaultCacheBudget()`. */
  readonly cacheBudgetBytes?: number;
  /** Visible slices read at the same time. */
  readonly maxReads?: number;
  /** The system's open dialogs; null where the host has none. */
  readonly dialogs?: HostDialogs | null;
}
