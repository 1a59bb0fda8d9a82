/** Short forms for what the reader notices and assumes. */
import type { Finding } from '../../../shared/survey.ts';

/** Worth knowing; nothing is in doubt. */
export const note = (code: string, message: string): Finding => ({ code, severity: 'info', message });

/** The reader had to assume something that may be wrong. */
export const warning = (code: string, message: string): Finding => ({ code, severity: 'warning', message });
