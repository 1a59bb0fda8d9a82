/**
 * Describes a file, and where its samples or trace headers contradict its binary header, describes it as they say. The
 * same file is always settled alike, so that a scan in another process sees what the opening saw.
 */
import { isCrosslineError } from '../../../../shared/errors.ts';
import type { MappingOverrides } from '../../../../shared/mapping/segy-mapping.ts';
import type { OpenFile } from '../../../native/native-reader.ts';
import { describeFile, type SegyDescription } from '../describe-file.ts';
import { formatDoubtful, formatGuessed, formatReplaced } from './format-findings.ts';
import { guessLayout } from './guess-layout.ts';
import { headerRepeats } from './header-repeats.ts';
import { judgeFormat } from './judge-format.ts';
import { readProbes } from '../probes.ts';
import { readSampleWindows } from './sample-windows.ts';
import { NOTHING_SETTLED, type Settlement } from './settlement.ts';

/** Headers must repeat at fewer places for another layout to be looked for. */
const LOST_REPEATS = 0.5;

/** @throws CrosslineError as `describeFile` */
export async function settleDescription(file: OpenFile, overrides: MappingOverrides): Promise<SegyDescription> {
  const settlement = overrides.format === undefined ? await settle(file, overrides) : NOTHING_SETTLED;
  return describeSettled(file, overrides, settlement);
}

/** @throws CrosslineError as `describeFile` */
export async function describeSettled(
  file: OpenFile,
  overrides: MappingOverrides,
  settlement: Settlement,
): Promise<SegyDescription> {
  const description = await describeFile(file, { ...settlement.assumed, ...overrides });
  return {
    ...description,
    overrides,
    settlement,
    findings: [...settlement.findings, ...description.findings],
    reasons: [...settlement.reasons, ...description.reasons],
  };
}

/** @throws CrosslineError as `describeFile`, where no guess is better */
async function settle(file: OpenFile, overrides: MappingOverrides): Promise<Settlement> {
  let description: SegyDescription;
  try {
    description = await describeFile(file, overrides);
  } catch (thrown) {
    const isFormat = isCrosslineError(thrown) && ['not-segy', 'unsupported-format'].includes(thrown.fault.code);
    const guess = isFormat ? await guessLayout(file, overrides) : null;
    if (guess === null) throw thrown;
    return { assumed: guess.assumed, findings: [formatGuessed(guess)], reasons: guess.reasons };
  }
  const { layout } = description;
  const repeats = headerRepeats(await readProbes(file, layout), layout);
  if (repeats !== null && repeats < LOST_REPEATS) {
    const guess = await guessLayout(file, overrides);
    if (guess !== null)
      return { assumed: guess.assumed, findings: [formatReplaced(layout.format, guess)], reasons: guess.reasons };
  }
  const verdict = judgeFormat(await readSampleWindows(file, layout), layout.format);
  const reasons = verdict.reason === null ? [] : [verdict.reason];
  if (verdict.certainty === 'stated') return { assumed: {}, findings: [], reasons };
  const change = { format: verdict.format, reasons };
  return verdict.certainty === 'sure'
    ? { assumed: { format: verdict.format }, findings: [formatReplaced(layout.format, change)], reasons }
    : { assumed: {}, findings: [formatDoubtful(layout.format, change)], reasons: [] };
}
