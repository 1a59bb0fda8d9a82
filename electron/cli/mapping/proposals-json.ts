/** Ways to read a file, for scripts. */
import type { LineAxis } from '../../../shared/axes.ts';
import { overridesToJson } from '../../../shared/mapping/mapping-json.ts';
import type { MappingProposal } from '../../../shared/mapping/mapping-proposal.ts';
import type { SurveyKind } from '../../../shared/survey.ts';

export interface ProposalJson {
  readonly score: number;
  readonly kind: SurveyKind;
  readonly preset: string | null;
  readonly acceptedFor: string | null;
  readonly traceCount: number;
  readonly inline: LineAxis | null;
  readonly crossline: LineAxis | null;
  readonly reasons: readonly string[];
  /** All of it, as `--mapping` takes it. */
  readonly mapping: Readonly<Record<string, string | number | null>>;
}

export const proposalsJson = (proposals: readonly MappingProposal[]): ProposalJson[] =>
  proposals.map(({ score, kind, preset, acceptedFor, traceCount, inline, crossline, reasons, mapping }) => ({
    score,
    kind,
    preset,
    acceptedFor,
    traceCount,
    inline,
    crossline,
    reasons,
    mapping: overridesToJson(mapping),
  }));
