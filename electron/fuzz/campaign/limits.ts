export interface Limits {
  readonly caseMs: number;
  /** RssAnon + RssShmem of the worker and its children. */
  readonly caseBytes: number;
  /** A case that has not ended after this long never will. */
  readonly hangMs: number;
  /** A worker is ended here, before the system's memory is. */
  readonly fatalBytes: number;
}

/** What a case may cost is the requirement; a hang is ten times as long, for machines busy with other things. */
export const LIMITS: Limits = { caseMs: 2000, caseBytes: 500e6, hangMs: 20_000, fatalBytes: 2e9 };

/** Until a worker is ready: Node, the addon, and a busy machine. */
export const START_MS = 60_000;
/** Memory is looked at this often. 500 MB take 100 ms to be written for the first time. */
export const LOOK_EVERY_MS = 20;
