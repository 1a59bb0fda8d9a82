/** What is the matter with a file, worst first, and in one line: for the page, the command line and a saved report. */
import type { MappingState } from '../mapping/segy-mapping.ts';
import type { Finding, FindingSeverity, SurveyInfo } from '../survey.ts';

/**
 * `damaged`: something of the file is not shown. `assumed`: it opens whole, but by a choice that may be wrong. `sound`: neither.
 */
export type HealthState = 'sound' | 'assumed' | 'damaged';

export interface HealthReport {
  readonly name: string;
  /** Null for a synthetic source. */
  readonly path: string | null;
  readonly state: HealthState;
  /** One sentence. */
  readonly verdict: string;
  /** Worst first; those of one severity as the reader told them. */
  readonly findings: readonly Finding[];
  /** False while only some trace headers were read: more may be found. */
  readonly isComplete: boolean;
  /** How the file is read; null for what is no SEG-Y. */
  readonly mapping: MappingState | null;
}

const ORDER: Readonly<Record<FindingSeverity, number>> = { error: 0, warning: 1, info: 2 };

export function healthReport({ name, path, findings, geometryState, mapping }: HealthSubject): HealthReport {
  const isComplete = geometryState !== 'sampled';
  const state = stateOf(findings);
  return {
    name,
    path,
    state,
    verdict: verdictOf(state, findings, isComplete),
    findings: findings.toSorted((one, other) => ORDER[one.severity] - ORDER[other.severity]),
    isComplete,
    mapping,
  };
}

export type HealthSubject = Pick<SurveyInfo, 'name' | 'path' | 'findings' | 'geometryState' | 'mapping'>;

function stateOf(findings: readonly Finding[]): HealthState {
  if (findings.some(({ severity, lost }) => severity === 'error' || lost !== undefined)) return 'damaged';
  return findings.some(({ severity }) => severity === 'warning') ? 'assumed' : 'sound';
}

function verdictOf(state: HealthState, findings: readonly Finding[], isComplete: boolean): string {
  const soFar = isComplete ? '' : ' Not all trace headers were read yet.';
  return `${sentenceOf(state, findings)}${soFar}`;
}

function sentenceOf(state: HealthState, findings: readonly Finding[]): string {
  if (findings.length === 0) return 'Opens whole: nothing unusual.';
  if (state === 'sound') return 'Opens whole: nothing is in doubt.';
  const assumed = findings.filter(({ severity, lost }) => severity === 'warning' && lost === undefined).length;
  const assumptions = assumed === 1 ? '1 thing was assumed' : `${assumed} things were assumed`;
  if (state === 'assumed') return `Opens whole: ${assumptions}.`;
  const harm = harmOf(findings);
  return assumed === 0 ? `Damaged: ${harm}.` : `Damaged: ${harm}; ${assumptions}.`;
}

function harmOf(findings: readonly Finding[]): string {
  const lost = findings.flatMap((finding) => finding.lost ?? []);
  const errors = findings.filter((finding) => finding.severity === 'error' && finding.lost === undefined).length;
  const errorText = errors === 0 ? [] : [errors === 1 ? '1 error' : `${errors} errors`];
  return [...lost, ...errorText].join(', ');
}
