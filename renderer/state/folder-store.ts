/** The folder that was looked through last: what it holds, as far as is known. It stays until another one is. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { JobId } from '../../shared/contract.ts';
import type { CrosslineFault } from '../../shared/errors.ts';
import type { FolderExamined, FolderFile, FolderProgress } from '../../shared/folder.ts';

export type FolderStatus = 'none' | 'looking' | 'done' | 'cancelled' | 'failed';

export interface FolderState {
  readonly status: FolderStatus;
  /** As it was asked for until it is resolved. */
  readonly path: string;
  /** Messages of earlier requests are dropped. */
  readonly requestId: number;
  /** Null until the engine has found the files. */
  readonly jobId: JobId | null;
  readonly done: number;
  readonly total: number;
  readonly files: readonly FolderFile[];
  /** There are more files than are looked at. */
  readonly isCut: boolean;
  /** Why it failed. */
  readonly fault: CrosslineFault | null;
  readonly isShown: boolean;
  /** Surveys that are being opened from it; null while none are. */
  readonly opening: { readonly done: number; readonly total: number } | null;
}

export type FolderStore = StoreApi<FolderState>;

export const createFolderStore = (): FolderStore => createStore<FolderState>(() => NO_FOLDER);

const NO_FOLDER: FolderState = {
  status: 'none',
  path: '',
  requestId: 0,
  jobId: null,
  done: 0,
  total: 0,
  files: [],
  isCut: false,
  fault: null,
  isShown: false,
  opening: null,
};

type Change = (state: FolderState) => Partial<FolderState>;

export const startLooking =
  (path: string): Change =>
  ({ requestId, opening }) => ({
    ...NO_FOLDER,
    status: 'looking',
    path,
    requestId: requestId + 1,
    isShown: true,
    opening,
  });

export const takeProgress =
  ({ requestId, jobId, done, total, files }: FolderProgress): Change =>
  (state) =>
    requestId === state.requestId
      ? { jobId, done, total, files: files.length === 0 ? state.files : [...state.files, ...files] }
      : {};

export const finishLooking =
  (requestId: number, { path, isCut }: FolderExamined): Change =>
  (state) =>
    requestId === state.requestId ? { status: 'done', path, isCut, jobId: null } : {};

/** What was found until then stays. */
export const failLooking =
  (requestId: number, fault: CrosslineFault): Change =>
  (state) => {
    if (requestId !== state.requestId) return {};
    return fault.code === 'cancelled' ? { status: 'cancelled', jobId: null } : { status: 'failed', fault, jobId: null };
  };
