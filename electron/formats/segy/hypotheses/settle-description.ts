/**
 * Describes a file, and where its samples contradict its binary header, or most headers one of them, describes it as they say. The
 * same file is always settled alike, so that a scan in another process sees what the opening saw.
 */
import type { MappingOverrides } from '../../../../shared/mapping/segy-mapping.ts';
import type { OpenFile } from '../../../native/native-reader.ts';
import { describeFile, type SegyDescription } from '../describe-file.ts';
import { formatDoubtful, formatReplaced } from './format-findings.ts';
import { judgeFormat } from './judge-format.ts';
import { judgeInterval } from './judge-interval.ts';
import { readProbes, type Probe } from '../probes.ts';
import { readSampleWindows } from './sample-windows.ts';
import { NOTHING_SETTLED, type Settlement } from './settlement.ts';

/** @throws CrosslineError as `describeFile` */
export async function settleDescription(file: OpenFile, overrides: MappingOverrides): Promise<SegyDescription> {
  const description = await describeFile(file, overrides);
  const probes = await readProbes(file, description.layout);
  const settlement = joined(
    overrides.format === undefined ? await settleFormat(file, description) : NOTHING_SETTLED,
    overrides.intervalUs === undefined ? settleInterval(description, probes) : NOTHING_SETTLED,
  );
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

const joined = (one: Settlement, other: Settlement): Settlement => ({
  assumed: { ...one.assumed, ...other.assumed },
  findings: [...one.findings, ...other.findings],
  reasons: [...one.reasons, ...other.reasons],
});

function settleInterval(description: SegyDescription, probes: readonly Probe[]): Settlement {
  const { us, findings, reason } = judgeInterval(description, probes);
  return { assumed: us === null ? {} : { intervalUs: us }, findings, reasons: reason === null ? [] : [reason] };
}

async function settleFormat(file: OpenFile, { layout }: SegyDescription): Promise<Settlement> {
  const verdict = judgeFormat(await readSampleWindows(file, layout), layout.format);
  const reasons = verdict.reason === null ? [] : [verdict.reason];
  if (verdict.certainty === 'stated') return { assumed: {}, findings: [], reasons };
  const change = { format: verdict.format, reasons };
  return verdict.certainty === 'sure'
    ? { assumed: { format: verdict.format }, findings: [formatReplaced(layout.format, change)], reasons }
    : { assumed: {}, findings: [formatDoubtful(layout.format, change)], reasons: [] };
}
