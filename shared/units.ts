/**
 * Numbers that must not be mixed up carry a brand. A `*Number` is the label stored in a header, a `*Index` is 0-based
 * and counts along a survey axis in ascending order of the labels. `axes.ts` is the one place that converts them.
 */
declare const brand: unique symbol;
type Branded<Name extends string> = number & { readonly [brand]: Name };

export type InlineNumber = Branded<'InlineNumber'>;
export type CrosslineNumber = Branded<'CrosslineNumber'>;
export type InlineIndex = Branded<'InlineIndex'>;
export type CrosslineIndex = Branded<'CrosslineIndex'>;
/** 0-based along the survey's common sample axis, not along the stored trace (their delays may differ). */
export type SampleIndex = Branded<'SampleIndex'>;
/** 0-based position of a trace in its file, or along a line. */
export type TraceIndex = Branded<'TraceIndex'>;
/** 0-based along the offset axis of gathers. */
export type OffsetIndex = Branded<'OffsetIndex'>;
/** 0-based among the 2D lines of a file. */
export type LineIndex = Branded<'LineIndex'>;

export const inlineIndex = (value: number): InlineIndex => value as InlineIndex;
export const crosslineIndex = (value: number): CrosslineIndex => value as CrosslineIndex;
export const sampleIndex = (value: number): SampleIndex => value as SampleIndex;
export const traceIndex = (value: number): TraceIndex => value as TraceIndex;
export const offsetIndex = (value: number): OffsetIndex => value as OffsetIndex;
export const lineIndex = (value: number): LineIndex => value as LineIndex;
export const inlineNumber = (value: number): InlineNumber => value as InlineNumber;
export const crosslineNumber = (value: number): CrosslineNumber => value as CrosslineNumber;
