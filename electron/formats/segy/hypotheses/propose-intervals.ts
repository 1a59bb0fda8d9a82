/** The other sample intervals that a file's headers state. */
import type { MappingProposal } from '../../../../shared/mapping/mapping-proposal.ts';
import type { Finding } from '../../../../shared/survey.ts';

/** Fewer headers speak for it. */
const OUTVOTED = 0.5;
const INTERVAL_CODES = new Set(['interval-contradiction', 'interval-contradicted', 'interval-negative']);

/** The file as it opens by itself, with each interval that its findings offer. */
export const proposeIntervals = (detected: MappingProposal, findings: readonly Finding[]): MappingProposal[] =>
  findings
    .filter(({ code }) => INTERVAL_CODES.has(code))
    .flatMap(({ message, remedies = [] }) => remedies.map(({ overrides }) => ({ message, overrides })))
    .map(({ message, overrides }) => ({
      ...detected,
      overrides: { ...detected.overrides, ...overrides },
      mapping: { ...detected.mapping, ...overrides },
      score: detected.score * OUTVOTED,
      reasons: [message, ...detected.reasons],
    }));
