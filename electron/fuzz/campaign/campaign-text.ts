/** A campaign and its findings in words. */
import type { CampaignTally } from './campaign-tally.ts';
import type { FuzzFinding } from './campaign.ts';

export function campaignText(tally: CampaignTally): string {
  const { count, outcomes, failures, slowest, hungriest, meanMs } = tally;
  const sorted = [...outcomes].toSorted(([, one], [, other]) => other - one);
  const lines = [
    `${count} cases, ${failures.length} failed: ${sorted.map(([outcome, cases]) => `${outcome} ${cases}`).join(', ')}`,
    `${meanMs.toFixed(1)} ms a case; longest wait ${(slowest?.amount ?? 0).toFixed(0)} ms (${slowest?.name ?? '-'})`,
    `most memory ${((hungriest?.amount ?? 0) / 1e6).toFixed(0)} MB (${hungriest?.name ?? '-'}), RssAnon + RssShmem of a worker`,
  ];
  return `${lines.join('\n')}\n`;
}

export const findingText = ({ name, failure, fuzzCase }: FuzzFinding): string =>
  `${name} ${failure.kind}: ${failure.detail}\n  smallest: ${JSON.stringify(fuzzCase)}\n`;
