/** Puts traces with different recording delays on one vertical axis. */
import type { SegyMapping } from '../../../shared/mapping/segy-mapping.ts';
import type { Finding, Remedy } from '../../../shared/survey.ts';
import { note, warning } from './finding.ts';
import type { TraceAlignment } from './survey-geometry.ts';

export interface AlignedTraces {
  readonly alignment: TraceAlignment;
  readonly findings: readonly Finding[];
}

/** An axis so much longer than its traces is the work of broken headers, not of recording. */
const LONGEST_AXIS_IN_TRACES = 4;

const EFFECT = 'Traces would be shifted against each other in time or depth; no amplitude changes.';
const OFF_GRID_EFFECT = 'They are shown up to half a sample interval too early or too late.';

const IGNORE_DELAYS: Remedy = { label: 'Ignore the delays', overrides: { delays: 'ignore' } };

/**
 * The axis runs from the earliest first sample to the latest last one. A delay that is no whole number of intervals
 * goes to the nearest sample.
 * @param firstSampleMs per trace; NaN where the trace has no say (dead traces often have no delay).
 */
export function alignTraces(
  firstSampleMs: Float64Array,
  sampleCount: number,
  sampleIntervalUs: number,
  delays: SegyMapping['delays'] = 'apply',
): AlignedTraces {
  const { earliest, latest, isAnyKnown } = rangeOf(firstSampleMs);
  const unshifted = (first: number): TraceAlignment => ({ firstSampleMs: first, sampleCount, shifts: null });
  if (!isAnyKnown) return { alignment: unshifted(0), findings: [] };
  if (delays === 'ignore') return { alignment: unshifted(firstKnown(firstSampleMs)), findings: [] };
  if (earliest === latest) return { alignment: unshifted(earliest), findings: [] };

  const samplesBetween = (ms: number): number => ((ms - earliest) * 1000) / sampleIntervalUs;
  const range = `${earliest} to ${latest}`;
  const mostShift = Math.round(samplesBetween(latest));
  if (mostShift + sampleCount > LONGEST_AXIS_IN_TRACES * sampleCount) {
    const first = firstKnown(firstSampleMs);
    const message = `Traces state first samples from ${range} (bytes 105-110 and 215-216), too far apart to be recording delays.`;
    const details = { assumed: `All traces start at ${first}, as the first one does.`, effect: EFFECT };
    return { alignment: unshifted(first), findings: [warning('delays-implausible', message, details)] };
  }
  // Less than half a sample apart: one axis is right for all.
  if (mostShift === 0) return { alignment: unshifted(firstKnown(firstSampleMs)), findings: [] };
  const shifts = new Int32Array(firstSampleMs.length);
  let isOffGrid = false;
  for (let trace = 0; trace < shifts.length; trace += 1) {
    const shift = Number.isNaN(firstSampleMs[trace]!) ? 0 : samplesBetween(firstSampleMs[trace]!);
    shifts[trace] = Math.round(shift);
    isOffGrid ||= Math.abs(shift - Math.round(shift)) > 1e-6;
  }
  const message = `Traces start at different times: ${range} (bytes 105-110 and 215-216).`;
  const assumed =
    'They are recording delays: traces are aligned by time on one axis, with nothing above and below them.';
  const findings = [note('delays-differ', message, { assumed, effect: EFFECT, remedies: [IGNORE_DELAYS] })];
  if (isOffGrid) {
    const offGrid = 'Some delays are no whole number of sample intervals.';
    const nearest = {
      assumed: 'Those traces are shown at the nearest sample.',
      effect: OFF_GRID_EFFECT,
      remedies: [IGNORE_DELAYS],
    };
    findings.push(warning('delays-off-grid', offGrid, nearest));
  }
  return { alignment: { firstSampleMs: earliest, sampleCount: sampleCount + mostShift, shifts }, findings };
}

function rangeOf(values: Float64Array): { earliest: number; latest: number; isAnyKnown: boolean } {
  let earliest = Infinity;
  let latest = -Infinity;
  for (const value of values) {
    if (value < earliest) earliest = value;
    if (value > latest) latest = value;
  }
  return { earliest, latest, isAnyKnown: earliest <= latest };
}

const firstKnown = (values: Float64Array): number => values.find((value) => !Number.isNaN(value)) ?? 0;
