/** What `crossline serve` and its engine process say to each other. Plain data. */
import type { RequestedSurvey } from '../../shared/contract.ts';

/** An engine that was told to stop and has not after this long is ended. */
export const STOP_GRACE_MS = 3000;

export interface EngineProcessOptions {
  readonly port: number;
  readonly token: string;
  readonly version: string;
  readonly roots: readonly string[];
  /** Absolute paths (or synthetic surveys) named on the command line: allowed, and opened by the page. */
  readonly requested: readonly RequestedSurvey[];
  readonly allowSynthetic: boolean;
  /** The built page, and the bundle that jobs run in. */
  readonly pageFolder: string;
  readonly jobProcess: string;
}

export type ToEngineProcess =
  { readonly type: 'start-engine'; readonly options: EngineProcessOptions } | { readonly type: 'stop-engine' };

export type FromEngineProcess =
  | { readonly type: 'listening'; readonly port: number; readonly readerNotice: string | null }
  /** It may not listen on its port. */
  | { readonly type: 'refused'; readonly detail: string };
