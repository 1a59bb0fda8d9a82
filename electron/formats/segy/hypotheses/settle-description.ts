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
import { readProbes, type Probe } from '../probes.ts';
import { readSampleWindows } from './sample-windows.ts';
import type { Settlement } from './settlement.ts';

/** Headers must repeat at fewer places for another layout to be looked for. */
const LOST_REPEATS = 0.5;

/** @throws CrosslineError as `describeFile`, where no guess is better */
export async function settleDescription(file: OpenFile, overrides: MappingOverrides): Promise<SegyDescription> {
  let description: SegyDescription;
  try {
    description = await describeFile(file, overrides);
  } catch (thrown) {
    const isFormat = isCrosslineError(thrown) && ['not-segy', 'unsupported-format'].includes(thrown.fault.code);
    const guess = isFormat && overrides.format === undefined ? await guessLayout(file, overrides) : null;
    if (guess === null) throw thrown;
    const settlement = { assumed: guess.assumed, findings: [formatGuessed(guess)], reasons: guess.reasons };
    return await describeSettled(file, overrides, settlement);
  }
  if (overrides.format !== undefined) return description;
  const probes = await readProbes(file, description.layout);
  const settlement = await settle(file, description, probes);
  const isAsStated = Object.keys(settlement.assumed).length === 0;
  return isAsStated
    ? settled({ ...description, probes }, overrides, settlement)
    : await describeSettled(file, overrides, settlement);
}

/** @throws CrosslineError as `describeFile` */
export async function describeSettled(
  file: OpenFile,
  overrides: MappingOverrides,
  settlement: Settlement,
): Promise<SegyDescription> {
  return settled(await describeFile(file, { ...settlement.assumed, ...overrides }), overrides, settlement);
}

const settled = (
  description: SegyDescription,
  overrides: MappingOverrides,
  settlement: Settlement,
): SegyDescription => ({
  ...description,
  overrides,
  settlement,
  findings: [...settlement.findings, ...description.findings],
  reasons: [...settlement.reasons, ...description.reasons],
});

async function settle(
  file: OpenFile,
  { layout, overrides }: SegyDescription,
  probes: readonly Probe[],
): Promise<Settlement> {
  const repeats = headerRepeats(probes, layout);
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
