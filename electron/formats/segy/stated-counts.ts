/** What the headers state of the length of a trace. They contradict each other often. */
import type { MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import type { BinaryHeader } from './binary-header.ts';
import type { FirstTrace } from './first-trace.ts';
import { TRACE_HEADER_BYTES } from './trace-header.ts';

/** A number of samples per trace, and where it is written. */
export interface StatedCount {
  readonly sampleCount: number;
  readonly place: string;
}

/** More trace header extensions than any layout could name; rev 2.1 defines one. */
const MOST_HEADER_EXTENSIONS = 64;

/** In the order in which they are believed where the traces themselves do not decide. */
export function statedCounts(
  { extendedSampleCount, sampleCount }: BinaryHeader,
  first: FirstTrace,
  { samples }: MappingOverrides,
): StatedCount[] {
  if (samples !== undefined) return [{ sampleCount: samples, place: 'the mapping' }];
  return [
    { sampleCount: extendedSampleCount, place: 'bytes 3269-3272' },
    { sampleCount, place: 'bytes 3221-3222' },
    { sampleCount: first.extension?.sampleCount ?? 0, place: 'bytes 377-380 of the first trace' },
    { sampleCount: first.header.sampleCount, place: 'bytes 115-116 of the first trace' },
  ].filter((stated) => stated.sampleCount > 0);
}

/** Bytes of a trace's headers: as the binary header states, as the first trace does, and without extensions. */
export function headerSizes({ traceHeaderExtensionCount }: BinaryHeader, first: FirstTrace): number[] {
  const counts = [traceHeaderExtensionCount, first.extension?.extensionCount ?? 0, 0];
  const plausible = counts.filter((count) => count >= 0 && count <= MOST_HEADER_EXTENSIONS);
  return [...new Set(plausible)].map((count) => TRACE_HEADER_BYTES * (1 + count));
}
