/** What the watchdog and its workers say to each other. */
import type { FuzzCase } from '../cases/fuzz-case.ts';
import type { CorpusFiles } from '../corpus/write-corpus.ts';
import type { CaseResult } from './run-case.ts';

export interface WorkerSetup {
  readonly files: CorpusFiles;
  /** The worker's own, for case files and what its engines keep. */
  readonly folder: string;
  readonly jobProcess: string;
}

/** A case drawn by its seed and index, or given. */
export type CaseChoice = { readonly seed: number; readonly index: number } | { readonly fuzzCase: FuzzCase };

export type ToWorker =
  | { readonly type: 'set-up'; readonly setup: WorkerSetup }
  | { readonly type: 'run'; readonly choice: CaseChoice }
  /** Which case that would be; nothing is run. */
  | { readonly type: 'describe'; readonly choice: CaseChoice }
  /** Writes the case's file, for people to look at. */
  | { readonly type: 'write'; readonly fuzzCase: FuzzCase; readonly path: string };

export type FromWorker =
  | { readonly type: 'ready'; readonly reader: 'addon' | 'fallback' }
  | { readonly type: 'result'; readonly result: CaseResult }
  | { readonly type: 'case'; readonly fuzzCase: FuzzCase }
  | { readonly type: 'written' };
