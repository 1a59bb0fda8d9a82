/** The axes of a survey from the numbers that a file gives for them. */
import type { Domain, LineAxis, SampleAxis } from '../../../../shared/axes.ts';
import { SAMPLE_UNIT_FACTORS, type SampleUnit } from '../../../../shared/hdf5/dataset-mapping.ts';
import type { Finding } from '../../../../shared/survey.ts';
import { note, warning } from '../../segy/finding.ts';
import { countedAxis, lineAxisOf } from '../source/line-axis-of.ts';

export interface SettledAxis<Axis> {
  readonly axis: Axis;
  readonly findings: readonly Finding[];
}

/** @param name Inline or Crossline */
export function lineAxis(numbers: readonly number[] | null, count: number, name: string): SettledAxis<LineAxis> {
  if (numbers === null) {
    const told = count > 1 ? [note('lines-counted', `${name}s are counted from 0: nothing says their numbers.`)] : [];
    return { axis: countedAxis(count), findings: told };
  }
  const axis = lineAxisOf(numbers);
  if (axis !== null) return { axis, findings: [] };
  const message = `The ${name.toLowerCase()} numbers${rangeText(numbers)} do not ascend evenly by whole numbers.`;
  return {
    axis: countedAxis(count),
    findings: [warning('lines-counted', message, { assumed: 'They are counted from 0.' })],
  };
}

/** Rounding of values that were stored as Float32, in parts of the interval. */
const UNEVENNESS = 0.01;
/** What a sample counts for where nothing says it: a millisecond, or a metre. */
const COUNTED_INTERVAL_US = 1000;

export function sampleAxis(
  values: readonly number[] | null,
  count: number,
  { unit, domain }: { readonly unit: SampleUnit; readonly domain: Domain },
): SettledAxis<SampleAxis> {
  const counted = { sampleIntervalUs: COUNTED_INTERVAL_US, firstSampleMs: 0, count, domain };
  if (values === null) {
    const message = 'Samples are counted from 0: nothing says their times or depths.';
    return { axis: counted, findings: [warning('samples-counted', message)] };
  }
  const factor = SAMPLE_UNIT_FACTORS[unit];
  const [first, last] = [values[0]! * factor, values.at(-1)! * factor];
  const interval = count > 1 ? (last - first) / (count - 1) : 1;
  const isEven = values.every((value, i) => Math.abs(value * factor - (first + i * interval)) <= UNEVENNESS * interval);
  if (!(interval > 0) || !isEven) {
    const message = `The values of the vertical axis${rangeText(values)} do not ascend evenly.`;
    const assumed = 'Samples are counted from 0.';
    return { axis: counted, findings: [warning('samples-counted', message, { assumed })] };
  }
  // To a nanosecond (depth: micrometre): what lies below is rounding of stored fractions.
  const axis = { sampleIntervalUs: rounded(interval * 1000, 1e3), firstSampleMs: rounded(first, 1e6), count, domain };
  return { axis, findings: [] };
}

const rounded = (value: number, per: number): number => Math.round(value * per) / per;

function rangeText(numbers: readonly number[]): string {
  const [first, last] = [numbers[0], numbers.at(-1)];
  return Number.isFinite(first) && Number.isFinite(last) ? `, ${first} to ${last},` : '';
}
