/** The sample interval, from headers that may be missing, negative or in conflict. */
import type { Finding, Remedy } from '../../../shared/survey.ts';
import type { BinaryHeader } from './binary-header.ts';
import { warning } from './finding.ts';

export interface SampleInterval {
  /** Positive; millimetres where the domain is depth. */
  readonly us: number;
  readonly findings: readonly Finding[];
}

/** The most common interval of seismic data, assumed where no header has any. */
const ASSUMED_US = 4000;
/** The other usual ones of surface seismic data. */
const USUAL_US = [1000, 2000, 4000];

const EFFECT = 'Times or depths along the traces would be too great or too small by one factor; no amplitude changes.';

/**
 * Rev 2's doubles, else the binary header, else the first trace header; the first positive one. Where none is positive
 * the magnitude of a negative one, since a wrong sign is likelier than a wrong number.
 * @param binary null where the file has none
 */
export function resolveSampleInterval(
  binary: Pick<BinaryHeader, 'sampleIntervalUs' | 'extendedSampleIntervalUs'> | null,
  firstTraceUs: number,
  extensionUs = 0,
): SampleInterval {
  const doubles = [binary?.extendedSampleIntervalUs ?? 0, extensionUs].filter(isSane);
  const stated = [...doubles, binary?.sampleIntervalUs ?? 0, firstTraceUs];
  const positive = stated.filter(isSet);
  const us = positive[0] ?? Math.abs(stated.find((value) => value !== 0) ?? ASSUMED_US);
  return { us, findings: intervalFindings(us, binary?.sampleIntervalUs ?? null, firstTraceUs, positive) };
}

/** Bytes that were unassigned before rev 2 hold anything. */
const isSane = (us: number): boolean => Number.isFinite(us) && us >= 1e-3 && us <= 1e9;

function intervalFindings(
  us: number,
  statedUs: number | null,
  traceUs: number,
  positive: readonly number[],
): Finding[] {
  const binaryUs = statedUs ?? 0;
  const inBinary = statedUs === null ? '' : `bytes 3217-3218 hold ${statedUs}, `;
  const said = `${inBinary}bytes 117-118 of the first trace ${statedUs === null ? 'hold ' : ''}${traceUs}`;
  const assuming = (assumed: string, others: readonly number[]) => ({
    assumed,
    effect: EFFECT,
    remedies: others.filter((other) => other !== us).map(useInterval),
  });
  if (positive.length === 0) {
    const isAnySet = binaryUs !== 0 || traceUs !== 0;
    const assumed = isAnySet ? `${us} us, the value without its sign.` : `${us} us, the most common interval.`;
    const message = `No header has a positive sample interval (${said}).`;
    return [warning('interval-missing', message, assuming(assumed, USUAL_US))];
  }
  const findings: Finding[] = [];
  const used = assuming(`${us} us.`, [...new Set([...positive, Math.abs(binaryUs), Math.abs(traceUs)])].filter(isSet));
  if (binaryUs < 0 || traceUs < 0) {
    findings.push(warning('interval-negative', `A sample interval is negative (${said}).`, used));
  } else if (statedUs === 0 && us === traceUs) {
    findings.push(warning('interval-from-trace', `The binary header has no sample interval (${said}).`, used));
  }
  if (positive.some((other) => other !== us)) {
    findings.push(warning('interval-contradiction', `The sample intervals disagree (${said}).`, used));
  }
  return findings;
}

const isSet = (us: number): boolean => us > 0;

export const useInterval = (us: number): Remedy => ({ label: `Use ${us} us`, overrides: { intervalUs: us } });
