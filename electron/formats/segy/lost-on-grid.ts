/** Where nothing states how many traces a cut file had, the grid of those that are left tells. */
import type { Finding } from '../../../shared/survey.ts';

/** Findings of files that end early without a stated number of traces (`tailFindings`). */
const CUT_CODE = 'truncated-tail';

/** @param missing grid positions without a trace; null where there is no grid */
export function withLostOnGrid(findings: readonly Finding[], missing: number | null): Finding[] {
  return findings.map((finding) => {
    if (finding.code !== CUT_CODE || finding.message.includes('3513-3520') || !missing) return finding;
    const message = `${finding.message} On the grid of the others ${missing} positions are without a trace.`;
    return { ...finding, message, lost: `${missing} traces lost, by the grid of the others` };
  });
}
