/** A health report for people: what `crossline info --health` prints, and "Save report" writes. */
import { mappingOptionsText } from '../mapping/mapping-options-text.ts';
import type { MappingState } from '../mapping/segy-mapping.ts';
import type { Finding, FindingSeverity, Remedy } from '../survey.ts';
import type { HealthReport } from './health-report.ts';

const SEVERITY_NAMES: Readonly<Record<FindingSeverity, string>> = { error: 'Error', warning: 'Warning', info: 'Note' };

/** Ends with a line break. */
export function healthText(report: HealthReport): string {
  const head = [
    report.path ?? report.name,
    report.verdict,
    ...(report.mapping === null ? [] : [originText(report.mapping)]),
  ];
  const parts = [head.join('\n'), ...report.findings.map(findingText)];
  return `${parts.join('\n\n')}\n`;
}

function originText({ origin, overrides, preset }: MappingState): string {
  const options = mappingOptionsText(overrides);
  const by = preset === null ? '' : `, ${preset}`;
  if (origin === 'detected' || options === '') return `Read as detected${by}.`;
  return `Read as ${origin === 'given' ? 'given' : 'accepted earlier'}${by}: ${options}`;
}

function findingText({ code, severity, message, assumed, effect, remedies = [] }: Finding): string {
  const lines = [`${SEVERITY_NAMES[severity]}: ${message} [${code}]`];
  if (assumed !== undefined) lines.push(`  Assumed: ${assumed}`);
  if (effect !== undefined) lines.push(`  If that is wrong: ${effect}`);
  for (const remedy of remedies) lines.push(`  Instead: ${remedyText(remedy)}`);
  return lines.join('\n');
}

function remedyText({ label, overrides }: Remedy): string {
  const options = mappingOptionsText(overrides);
  return options === '' ? label : `${label} (${options})`;
}
