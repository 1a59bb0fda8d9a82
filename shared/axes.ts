/** Line, offset and sample axes of a survey, and the only conversions between labels and indices. */
import type { CrosslineIndex, CrosslineNumber, InlineIndex, InlineNumber, OffsetIndex, SampleIndex } from './units.ts';

/** Labels `first, first + step, ... last` in ascending order, whatever order the file stores them in. */
export interface LineAxis {
  readonly first: number;
  readonly last: number;
  /** Positive; the greatest common divisor of all differences, so a skipped line is a missing one. */
  readonly step: number;
  readonly count: number;
}

/** What tells the traces of one position apart. */
export type OffsetAxis =
  /** Distinct values of the offset word, ascending. */
  | { readonly kind: 'offsets'; readonly values: readonly number[] }
  /** The traces of a position counted from 1: their offsets say nothing, or differ from position to position. */
  | { readonly kind: 'numbers'; readonly count: number };

export type Domain = 'time' | 'depth' | 'unknown';

/** The vertical axis. `depth` surveys store metres where time surveys store milliseconds (SEG-Y practice). */
export interface SampleAxis {
  /** Microseconds between samples; millimetres where the domain is depth. */
  readonly sampleIntervalUs: number;
  /** Two-way time of sample 0 in ms; metres where the domain is depth. */
  readonly firstSampleMs: number;
  readonly count: number;
  readonly domain: Domain;
}

const numberAt = (axis: LineAxis, index: number): number => axis.first + index * axis.step;

function indexAt(axis: LineAxis, label: number): number | null {
  const index = (label - axis.first) / axis.step;
  return Number.isInteger(index) && index >= 0 && index < axis.count ? index : null;
}

export const inlineNumberAt = (axis: LineAxis, index: InlineIndex): InlineNumber =>
  numberAt(axis, index) as InlineNumber;
export const crosslineNumberAt = (axis: LineAxis, index: CrosslineIndex): CrosslineNumber =>
  numberAt(axis, index) as CrosslineNumber;

/** Null where the survey has no such line. */
export const inlineIndexOf = (axis: LineAxis, label: InlineNumber): InlineIndex | null =>
  indexAt(axis, label) as InlineIndex | null;
/** Null where the survey has no such line. */
export const crosslineIndexOf = (axis: LineAxis, label: CrosslineNumber): CrosslineIndex | null =>
  indexAt(axis, label) as CrosslineIndex | null;

export const offsetCount = (axis: OffsetAxis): number => (axis.kind === 'offsets' ? axis.values.length : axis.count);

/** The offset, or the number of the trace within its position. */
export const offsetLabelAt = (axis: OffsetAxis, index: OffsetIndex): number =>
  axis.kind === 'offsets' ? axis.values[index]! : index + 1;

/** Null where no trace has it. */
export function offsetIndexOf(axis: OffsetAxis, label: number): OffsetIndex | null {
  const index = axis.kind === 'offsets' ? axis.values.indexOf(label) : label - 1;
  return Number.isInteger(index) && index >= 0 && index < offsetCount(axis) ? (index as OffsetIndex) : null;
}

/** Time in ms (depth: metres) of a sample. */
export const sampleValueAt = (axis: SampleAxis, index: number): number =>
  axis.firstSampleMs + (index * axis.sampleIntervalUs) / 1000;

/** The sample nearest to a time in ms (depth: metres); null where none lies within half an interval. */
export function nearestSampleIndex(axis: SampleAxis, value: number): SampleIndex | null {
  const position = ((value - axis.firstSampleMs) * 1000) / axis.sampleIntervalUs;
  const index = Math.min(Math.max(Math.round(position), 0), axis.count - 1);
  return Math.abs(position - index) <= 0.5 ? (index as SampleIndex) : null;
}

/** `ms` for time, `m` for depth, empty where the file does not say. */
export const sampleUnit = (domain: Domain): 'ms' | 'm' | '' =>
  domain === 'time' ? 'ms' : domain === 'depth' ? 'm' : '';
