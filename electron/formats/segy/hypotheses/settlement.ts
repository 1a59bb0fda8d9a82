/** What was decided of a file against its own headers. Plain data, kept with the index of a scan. */
import type { MappingOverrides } from '../../../../shared/mapping/segy-mapping.ts';
import type { Finding } from '../../../../shared/survey.ts';

export interface Settlement {
  /** Overrides of ours, below the user's. */
  readonly assumed: MappingOverrides;
  readonly findings: readonly Finding[];
  /** One sentence each. */
  readonly reasons: readonly string[];
}

export const NOTHING_SETTLED: Settlement = { assumed: {}, findings: [], reasons: [] };
