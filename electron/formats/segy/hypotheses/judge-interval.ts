/** Which sample interval the headers of the whole file speak for, where they differ from one another. */
import type { Finding } from '../../../../shared/survey.ts';
import type { SegyDescription } from '../describe-file.ts';
import { firstTextLines } from '../describe-file.ts';
import { warning } from '../finding.ts';
import type { Probe } from '../probes.ts';
import { useInterval } from '../sample-interval.ts';
import { intervalsFromText } from './interval-hints.ts';

export interface IntervalVerdict {
  /** Other than the description's where more speaks for it; else null. */
  readonly us: number | null;
  readonly findings: readonly Finding[];
  /** One sentence; null where nothing but one header states it. */
  readonly reason: string | null;
}

/** The standard's own place for it weighs a little more than all trace headers together, and these more than words. */
const BINARY_WEIGHT = 1;
const TRACES_WEIGHT = 0.9;
const TEXT_WEIGHT = 0.5;

interface Statement {
  readonly us: number;
  readonly weight: number;
  readonly said: string;
}

const NOTHING_SAID: IntervalVerdict = { us: null, findings: [], reason: null };

export function judgeInterval(description: SegyDescription, probes: readonly Probe[]): IntervalVerdict {
  const { binary, container } = description.header;
  // Rev 2's doubles are the finer words for the same: whoever writes them means them.
  const isDouble = description.sampleIntervalUs === binary.extendedSampleIntervalUs;
  if (isDouble) return NOTHING_SAID;
  const statements = [
    ...(container === 'su' ? [] : stateBinary(binary.sampleIntervalUs)),
    ...stateTraces(probes),
    ...stateText(firstTextLines(description.header)),
  ];
  const totals = new Map<number, number>();
  for (const { us, weight } of statements) totals.set(us, (totals.get(us) ?? 0) + weight);
  const [best] = [...totals].toSorted(([, one], [, other]) => other - one);
  if (best === undefined) return NOTHING_SAID;
  const [us, weight] = best;
  const own = totals.get(description.sampleIntervalUs);
  if (us === description.sampleIntervalUs || weight <= (own ?? 0)) {
    return { us: null, findings: [], reason: agreement(description.sampleIntervalUs, statements) };
  }
  const others = [...totals.keys()].filter((other) => other !== us);
  const finding = warning(
    'interval-contradicted',
    `The headers disagree about the sample interval: ${saidBy(statements)}.`,
    {
      assumed: `${us} us, for which most of them speak.`,
      effect: 'Times or depths along the traces would be too great or too small by one factor; no amplitude changes.',
      remedies: others.map(useInterval),
    },
  );
  return { us, findings: others.length === 0 ? [] : [finding], reason: agreement(us, statements) };
}

const saidBy = (statements: readonly Statement[]): string => statements.map(({ said }) => said).join(', ');

function agreement(us: number, statements: readonly Statement[]): string | null {
  const agreed = statements.filter((statement) => statement.us === us);
  if (agreed.length < 2) return null;
  return `The interval of ${us} us is stated alike: ${saidBy(agreed)}.`;
}

const stateBinary = (us: number): Statement[] =>
  us > 0 ? [{ us, weight: BINARY_WEIGHT, said: `bytes 3217-3218 hold ${us}` }] : [];

function stateTraces(probes: readonly Probe[]): Statement[] {
  const counts = new Map<number, number>();
  for (const { header } of probes) {
    const us = header.sampleIntervalUs;
    if (us > 0) counts.set(us, (counts.get(us) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .map(([us, count]) => ({
      us,
      weight: (TRACES_WEIGHT * count) / probes.length,
      said: `bytes 117-118 hold ${us} in ${count} of ${probes.length} trace headers looked at`,
    }));
}

const stateText = (lines: readonly string[]): Statement[] =>
  intervalsFromText(lines).map((us) => ({ us, weight: TEXT_WEIGHT, said: `the text header says ${us} us` }));
