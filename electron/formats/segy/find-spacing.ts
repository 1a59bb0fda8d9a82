/** How long a trace is, where headers contradict each other: the places of the following headers decide. */
import type { OpenFile } from '../../native/native-reader.ts';
import { findStride } from './recovery/find-stride.ts';
import { bytesPerSampleOf, statedCount } from './recovery/header-counts.ts';
import { areHeaders, headerPattern, type HeaderPattern } from './recovery/header-pattern.ts';
import { isShifted } from './recovery/is-shifted.ts';
import { readHeaderAt, readHeadersAt } from './recovery/read-headers.ts';
import type { StatedCount } from './stated-counts.ts';
import { TRACE_HEADER_BYTES } from './trace-header.ts';
import type { VaryingLengths } from './trace-layout.ts';
import type { TraceSpan } from './trace-span.ts';
import { findVaryingLengths } from './varying-lengths.ts';

export interface Spacing extends StatedCount {
  readonly headerBytes: number;
  readonly bytesPerSample: number;
  readonly strideBytes: number;
  /** Whether further headers stand where this length puts them; null where headers cannot be told from anything. */
  readonly isSeen: boolean | null;
  readonly varying: VaryingLengths | null;
}

export interface SpacingQuestion {
  readonly file: OpenFile;
  readonly span: TraceSpan;
  /** Likeliest first. */
  readonly stated: readonly StatedCount[];
  /** Of a trace's headers with their extensions, likeliest first. */
  readonly headerSizes: readonly number[];
  /** The user says how many samples a trace has. */
  readonly isFixed: boolean;
}

/**
 * The stated length that fits the file exactly and leads to headers, else one that leads to headers up to the end. Else
 * each trace's own count may lead on, or headers repeat at a distance that nothing states; else one that just fits.
 * Null where no header states a length and none can be seen.
 */
export async function findSpacing(question: SpacingQuestion): Promise<Spacing | null> {
  const { file, span, stated, headerSizes, isFixed } = question;
  const pattern = headerPattern([await readHeaderAt(file, span.start)]);
  const all = headerSizes.flatMap((headerBytes) => stated.map((count) => spacingOf(span, headerBytes, count)));
  // Several headers state the same count in most files.
  const candidates = all.filter((one, i) => all.findIndex((other) => isSameSpacing(one, other)) === i);
  const looked = await Promise.all(
    candidates.map(async (spacing) => ({ ...spacing, isSeen: await isFollowed(file, span, spacing, pattern) })),
  );
  const fits = ({ strideBytes }: Spacing): boolean => (span.end - span.start) % strideBytes === 0;
  const certain =
    looked.find((spacing) => fits(spacing) && spacing.isSeen === true) ??
    looked.find((spacing) => fits(spacing) && spacing.isSeen === null) ??
    (await firstUpToEnd(file, span, looked, pattern));
  const chain = certain !== undefined || isFixed ? null : await varyingSpacing(question, pattern);
  const likely =
    certain ??
    (chain?.isWhole === true ? chain.spacing : undefined) ??
    looked.find(({ isSeen }) => isSeen === true) ??
    chain?.spacing ??
    (isFixed ? undefined : await measuredSpacing(question, looked));
  const hasRoom = ({ strideBytes }: Spacing): boolean => span.start + strideBytes <= span.end;
  return likely ?? looked.find(fits) ?? looked.find(hasRoom) ?? looked[0] ?? null;
}

const isSameSpacing = (one: Spacing, other: Spacing): boolean =>
  one.headerBytes === other.headerBytes && one.sampleCount === other.sampleCount;

function spacingOf({ bytesPerSample }: TraceSpan, headerBytes: number, count: StatedCount): Spacing {
  const strideBytes = headerBytes + count.sampleCount * bytesPerSample;
  return { ...count, headerBytes, bytesPerSample, strideBytes, isSeen: null, varying: null };
}

/** Headers behind the first that any stated length must lead to. */
const HEADERS_LOOKED_AT = 3;

/** Null also where the file ends before the next header. */
async function isFollowed(
  file: OpenFile,
  { start, end }: TraceSpan,
  { strideBytes }: Spacing,
  pattern: HeaderPattern | null,
): Promise<boolean | null> {
  const offsets = Array.from({ length: HEADERS_LOOKED_AT }, (_, i) => start + (i + 1) * strideBytes);
  const inside = offsets.filter((offset) => offset + TRACE_HEADER_BYTES <= end);
  if (inside.length === 0) return null;
  const [first, ...others] = await readHeadersAt(file, [start, ...inside]);
  const verdicts = others.map((header) => areHeaders(pattern, first!, header));
  if (verdicts.includes(null)) return null;
  if (verdicts.includes(false)) return false;
  return pattern === null || !(await isShifted(file, inside[0]!, pattern, first!));
}

/** A file of equal traces that ends within one. The last complete one then still stands where equal lengths put it. */
async function firstUpToEnd(
  file: OpenFile,
  span: TraceSpan,
  looked: readonly Spacing[],
  pattern: HeaderPattern | null,
): Promise<Spacing | undefined> {
  for (const spacing of looked) {
    if (spacing.isSeen !== false && (await isEvenUpToEnd(file, span, spacing, pattern))) return spacing;
  }
  return undefined;
}

async function isEvenUpToEnd(
  file: OpenFile,
  { start, end, byteOrder }: TraceSpan,
  spacing: Spacing,
  pattern: HeaderPattern | null,
): Promise<boolean> {
  const { strideBytes, headerBytes, sampleCount, bytesPerSample } = spacing;
  const traceCount = Math.floor((end - start) / strideBytes);
  if (traceCount < 2) return false;
  const tail = start + traceCount * strideBytes;
  const [first, last] = await readHeadersAt(file, [start, tail - strideBytes]);
  const isHeader = areHeaders(pattern, first!, last!) ?? true;
  if (!isHeader || tail + TRACE_HEADER_BYTES > end) return isHeader;
  const ownCount = statedCount(await readHeaderAt(file, tail), byteOrder);
  const isShorterTrace = ownCount !== sampleCount && tail + headerBytes + ownCount * bytesPerSample === end;
  return !isShorterTrace;
}

async function varyingSpacing(
  { file, span, headerSizes }: SpacingQuestion,
  pattern: HeaderPattern | null,
): Promise<{ spacing: Spacing; isWhole: boolean } | null> {
  for (const headerBytes of headerSizes) {
    const chain = await findVaryingLengths(file, span, headerBytes, pattern);
    if (chain === null) continue;
    const sampleCount = chain.lengths.sampleCounts.reduce((most, count) => Math.max(most, count), 0);
    const spacing = spacingOf(span, headerBytes, { sampleCount, place: 'bytes 115-116 of each trace' });
    return { spacing: { ...spacing, isSeen: true, varying: chain.lengths }, isWhole: chain.isWhole };
  }
  return null;
}

export const distancePlace = (strideBytes: number): string =>
  `the distance of ${strideBytes} bytes between trace headers`;

/**
 * A stated length of which the distance found is a multiple is right: every other header may be more alike. Where a
 * stated count has another width at that distance, the sample format is wrong rather than the count.
 */
async function measuredSpacing(
  { file, span, stated, headerSizes }: SpacingQuestion,
  looked: readonly Spacing[],
): Promise<Spacing | undefined> {
  const strideBytes = await findStride(file, span.start, span.end);
  if (strideBytes === null) return undefined;
  const divisor = looked.find((spacing) => strideBytes % spacing.strideBytes === 0);
  if (divisor !== undefined) return { ...divisor, isSeen: true };
  const found = { strideBytes, isSeen: true, varying: null };
  for (const headerBytes of headerSizes) {
    const sampleBytes = strideBytes - headerBytes;
    for (const count of stated) {
      const bytesPerSample = bytesPerSampleOf(sampleBytes, count.sampleCount);
      if (bytesPerSample !== null) return { ...found, ...count, headerBytes, bytesPerSample };
    }
    const sampleCount = sampleBytes / span.bytesPerSample;
    if (!Number.isInteger(sampleCount) || sampleCount < 1) continue;
    return {
      ...found,
      sampleCount,
      place: distancePlace(strideBytes),
      headerBytes,
      bytesPerSample: span.bytesPerSample,
    };
  }
  return undefined;
}
