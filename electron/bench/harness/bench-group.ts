import type { BenchCase, CaseResult } from './bench-case.ts';
import type { PeerProcess } from './peer-process.ts';

/** A Python peer: a script of electron/bench/peers and the modules that it imports. */
export interface PeerSpec {
  readonly modules: readonly string[];
  /** What must be importable, where the packages' names do not tell an old version from one that will do. */
  readonly imports?: readonly string[];
  readonly script: string;
}

export interface GroupContext {
  /** Absolute path of the survey that is measured on; empty for a group that needs none. */
  readonly file: string;
  /** Null where none was asked for or found. */
  readonly peer: PeerProcess | null;
  readonly signal: AbortSignal;
}

export interface PreparedGroup {
  /** Measured in this order. */
  readonly cases: readonly BenchCase[];
  /** What a reader of the figures must know, asked for after the measurement. */
  notes(): readonly string[];
  close(): Promise<void>;
}

/** Cases that share a file, a peer and a preparation. Later subsystems add theirs to `groups.ts`. */
export interface BenchGroup {
  readonly name: string;
  readonly description: string;
  /** It measures on a survey file: the user's, or else the sample survey. */
  readonly needsFile: boolean;
  readonly peer: PeerSpec | null;
  /** The figures as an SVG, for `--plot`; `peer` is its name where one ran. */
  readonly plot?: (results: readonly CaseResult[], peer: string | null) => string;
  prepare(context: GroupContext): Promise<PreparedGroup>;
}
