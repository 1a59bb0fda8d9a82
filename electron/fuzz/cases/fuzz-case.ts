/** One case: a file, what is done to it before and while it is open, and how it is opened. Plain data. */
import type { MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import type { Mutation } from './mutation.ts';

/**
 * `addon`, `twin`: the engine over either reader, jobs in its process. `both`: the one, then the other, which must agree.
 * `processes`: the twin in a reader process for each file, and jobs in theirs.
 */
export type FuzzHost = 'addon' | 'twin' | 'both' | 'processes';

/** What another program does to the file while it is open. */
export interface FileChange {
  readonly kind: 'shrink' | 'grow' | 'overwrite' | 'replace' | 'remove';
  /** Asked for together with the opening, after it, or together with the first reads. */
  readonly when: 'opening' | 'open' | 'reading';
  /** Of the file's length, 0 to 1. */
  readonly share: number;
  readonly seed: number;
}

export interface FuzzCase {
  /** `SEED:INDEX`, from which it is drawn again. */
  readonly name: string;
  /** Of the corpus. */
  readonly file: string;
  readonly mutations: readonly Mutation[];
  readonly host: FuzzHost;
  readonly overrides: MappingOverrides;
  readonly change: FileChange | null;
  /** Opens a second time, then from the kept index where there is one. */
  readonly isReopened: boolean;
  /** Asks for other ways to read the file, looks at previews of them, and reads the open survey by one. */
  readonly isRemapped: boolean;
}
