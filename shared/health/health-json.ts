/** A health report for scripts. Names may be added, none renamed or removed. */
import { overridesToJson } from '../mapping/mapping-json.ts';
import type { Finding } from '../survey.ts';
import type { HealthReport, HealthState } from './health-report.ts';

type OverridesJson = Readonly<Record<string, string | number | null>>;

export interface FindingJson {
  readonly code: string;
  readonly severity: Finding['severity'];
  readonly message: string;
  readonly assumed: string | null;
  readonly effect: string | null;
  readonly lost: string | null;
  /** `overrides` as `--mapping` takes them. */
  readonly remedies: readonly { readonly label: string; readonly overrides: OverridesJson }[];
}

export interface HealthJson {
  readonly name: string;
  readonly path: string | null;
  readonly state: HealthState;
  readonly verdict: string;
  readonly isComplete: boolean;
  readonly mapping: {
    readonly origin: string;
    readonly preset: string | null;
    readonly overrides: OverridesJson;
    readonly reasons: readonly string[];
  } | null;
  readonly findings: readonly FindingJson[];
}

export const healthJson = ({ mapping, findings, ...report }: HealthReport): HealthJson => ({
  ...report,
  mapping: mapping && {
    origin: mapping.origin,
    preset: mapping.preset,
    overrides: overridesToJson(mapping.overrides),
    reasons: mapping.reasons,
  },
  findings: findings.map(findingJson),
});

export const findingJson = ({ code, severity, message, assumed, effect, lost, remedies }: Finding): FindingJson => ({
  code,
  severity,
  message,
  assumed: assumed ?? null,
  effect: effect ?? null,
  lost: lost ?? null,
  remedies: (remedies ?? []).map(({ label, overrides }) => ({ label, overrides: overridesToJson(overrides) })),
});
