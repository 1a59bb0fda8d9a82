/** Traces on positions that another trace has already. */
import type { Finding } from '../../../shared/survey.ts';
import { warning } from './finding.ts';

/** 0-based in the file. */
export interface DuplicateTrace {
  readonly shown: number;
  readonly left: number;
}

/** @param examples some of the `count` traces that are not shown */
export function duplicateFinding(count: number, examples: readonly DuplicateTrace[]): Finding {
  const pairs = examples.map(({ shown, left }) => `${left + 1} where ${shown + 1} is shown`).join(', ');
  const message = `Traces on positions already taken: ${count} (e.g. trace ${pairs}).`;
  return warning('traces-duplicate', message, {
    assumed: 'Of the traces of one position the first live one is shown.',
    effect: 'Read as gathers, all traces of each position can be seen.',
    remedies: [{ label: 'Show all traces of each position', overrides: { kind: 'gathers' } }],
  });
}
