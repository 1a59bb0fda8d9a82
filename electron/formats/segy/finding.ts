/** Short forms for what the reader notices and assumes. */
import type { Finding } from '../../../shared/survey.ts';

export type FindingDetails = Pick<Finding, 'assumed' | 'effect' | 'lost' | 'remedies'>;

/** Worth knowing; nothing is in doubt. */
export const note = (code: string, message: string, details: FindingDetails = {}): Finding => ({
  code,
  severity: 'info',
  message,
  ...details,
});

/** The reader had to assume something that may be wrong. */
export const warning = (code: string, message: string, details: FindingDetails = {}): Finding => ({
  code,
  severity: 'warning',
  message,
  ...details,
});
