/** What attributes say of axes and units, in the words of SEGY-SAK, netCDF and the like. */
import type { Domain } from '../../../../shared/axes.ts';
import type { SampleUnit } from '../../../../shared/hdf5/dataset-mapping.ts';
import type { AttributeValue } from '../read/attribute.ts';

export type Attributes = Readonly<Record<string, AttributeValue>>;

const UNIT_WORDS: readonly (readonly [SampleUnit, RegExp])[] = [
  ['ms', /^(ms|msec|msecs|milliseconds?)$/],
  ['us', /^(us|µs|μs|usec|microseconds?)$/],
  ['s', /^(s|sec|secs|seconds?)$/],
  ['km', /^(km|kilomet(er|re)s?)$/],
  ['m', /^(m|mtr|met(er|re)s?)$/],
  ['ft', /^(f|ft|foot|feet)$/],
];

/** Null where none says. */
export function unitOfAttributes(attributes: Attributes): SampleUnit | null {
  const text = textOf(attributes, /^units?$/i);
  return text === null ? null : (UNIT_WORDS.find(([, words]) => words.test(text))?.[0] ?? null);
}

export function domainOfAttributes(all: readonly Attributes[]): Domain {
  const text =
    all.map((each) => textOf(each, /^(d3_domain|domain|vertical_domain)$/i)).find((each) => each !== null) ?? '';
  if (/depth|tvd/.test(text)) return 'depth';
  return /twt|time/.test(text) ? 'time' : 'unknown';
}

export const feetOfAttributes = (all: readonly Attributes[]): boolean =>
  all.some((each) =>
    /^(f|ft|feet|foot)$/.test(textOf(each, /^(measurement_system|coordinate_units?|xy_units?)$/i) ?? ''),
  );

/** Seconds where so small, microseconds where so large: no survey is sampled every 0.1 ms or 250 ms. */
const MOST_SECONDS = 0.1;
const LEAST_MICROSECONDS = 250;

/** The distance of samples, where no dataset says their values. */
export function sampleStepOf(all: readonly Attributes[]): { readonly step: number; readonly unit: SampleUnit } | null {
  for (const attributes of all) {
    for (const [name, value] of Object.entries(attributes)) {
      const step = Array.isArray(value) && value.length === 1 ? (value as readonly unknown[])[0] : value;
      if (!/^(dt|dz|sample_?(rate|interval)(_?(ms|us|s))?|si)$/i.test(name)) continue;
      if (typeof step !== 'number' || !(step > 0) || !Number.isFinite(step)) continue;
      return { step, unit: step < MOST_SECONDS ? 's' : step >= LEAST_MICROSECONDS ? 'us' : 'ms' };
    }
  }
  return null;
}

function textOf(attributes: Attributes, name: RegExp): string | null {
  const found = Object.entries(attributes).find(([each]) => name.test(each))?.[1];
  const text = Array.isArray(found) ? (found as readonly unknown[])[0] : found;
  return typeof text === 'string' ? text.trim().toLowerCase() : null;
}
