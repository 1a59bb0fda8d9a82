/** The way that a file opens by itself, as a proposal. */
import type { MappingProposal } from '../../../../shared/mapping/mapping-proposal.ts';
import { NO_OVERRIDES } from '../../../../shared/mapping/segy-mapping.ts';
import type { SurveyInfo, SurveyKind } from '../../../../shared/survey.ts';
import type { WordChoice } from './word-choice.ts';

/** What a kind is worth that no words were scored for. */
const KIND_SCORES: Readonly<Record<SurveyKind, number>> = { cube: 0.8, line: 0.6, gathers: 0.6, traces: 0.15 };

export function proposeDetected(info: SurveyInfo, choice: WordChoice): MappingProposal {
  const { mapping, kind, traceCount, inline, crossline } = info;
  const { preset, reasons } = mapping!;
  return {
    overrides: NO_OVERRIDES,
    mapping: mapping!.mapping,
    preset,
    score: (kind === 'cube' ? choice.score : null) ?? KIND_SCORES[kind],
    reasons,
    kind,
    traceCount,
    inline,
    crossline,
    acceptedFor: null,
  };
}
