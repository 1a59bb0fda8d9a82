/** All that a SEG-Y file's headers settle before any geometry is looked for. */
import type { Domain } from '../../../shared/axes.ts';
import type { Finding } from '../../../shared/survey.ts';
import type { OpenFile } from '../../native/native-reader.ts';
import { warning } from './finding.ts';
import { readFileHeader, type FileHeader } from './read-file-header.ts';
import { resolveLayout } from './resolve-layout.ts';
import { isPublishedRevision, revisionName } from './revision.ts';
import { resolveSampleInterval } from './sample-interval.ts';
import type { TraceLayout } from './trace-layout.ts';
import { findVerticalDomain } from './vertical-domain.ts';

export interface SegyDescription {
  readonly header: FileHeader;
  readonly layout: TraceLayout;
  /** Microseconds; millimetres where the domain is depth. Positive. */
  readonly sampleIntervalUs: number;
  readonly domain: Domain;
  readonly findings: readonly Finding[];
}

/** @throws CrosslineError not-segy, unsupported-format, truncated, io-failed */
export async function describeFile(file: OpenFile): Promise<SegyDescription> {
  const header = await readFileHeader(file);
  const { layout, firstTrace, findings } = await resolveLayout(file, header);
  const interval = resolveSampleInterval(header.binary, firstTrace.sampleIntervalUs);
  const vertical = findVerticalDomain(header.text.lines);
  return {
    header,
    layout,
    sampleIntervalUs: interval.us,
    domain: vertical.domain,
    findings: [...revisionFindings(header), ...findings, ...interval.findings, ...vertical.findings],
  };
}

function revisionFindings({ binary }: FileHeader): Finding[] {
  if (isPublishedRevision(binary.revision)) return [];
  const message = `Bytes 3501-3502 state ${revisionName(binary.revision)}, which was never published; words of rev 2 are believed only where they make sense.`;
  return [warning('revision-unknown', message)];
}
