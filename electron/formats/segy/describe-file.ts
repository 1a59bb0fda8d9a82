/** All that a SEG-Y file's headers settle before any geometry is looked for. */
import type { Domain } from '../../../shared/axes.ts';
import type { Finding } from '../../../shared/survey.ts';
import type { OpenFile } from '../../native/native-reader.ts';
import { chooseCoordinateWords, type CoordinateWords } from './coordinates.ts';
import { warning } from './finding.ts';
import { pickTraces } from './seeded-random.ts';
import { readFileHeader, type FileHeader } from './read-file-header.ts';
import { resolveLayout } from './resolve-layout.ts';
import { isPublishedRevision, revisionName } from './revision.ts';
import { resolveSampleInterval } from './sample-interval.ts';
import { readTraceHeaders, type TraceHeader } from './trace-header.ts';
import type { TraceLayout } from './trace-layout.ts';
import { findVerticalDomain } from './vertical-domain.ts';

export interface SegyDescription {
  readonly header: FileHeader;
  readonly layout: TraceLayout;
  /** Microseconds; millimetres where the domain is depth. Positive. */
  readonly sampleIntervalUs: number;
  readonly domain: Domain;
  readonly coordinateWords: CoordinateWords;
  /** The probed traces, ascending: the first two, the last and some between. */
  readonly probes: readonly Probe[];
  readonly findings: readonly Finding[];
}

export interface Probe {
  readonly trace: number;
  readonly header: TraceHeader;
}

/** Headers read beside the first two and the last: enough that a cube with one odd line in ten escapes in 3 % of cases. */
const RANDOM_PROBES = 32;

/** @throws CrosslineError not-segy, unsupported-format, truncated, io-failed */
export async function describeFile(file: OpenFile): Promise<SegyDescription> {
  const header = await readFileHeader(file);
  const { layout, findings } = await resolveLayout(file, header);
  const probes = await readProbes(file, layout);
  const interval = resolveSampleInterval(header.binary, probes[0]!.header.sampleIntervalUs);
  const vertical = findVerticalDomain(header.text.lines);
  return {
    header,
    layout,
    sampleIntervalUs: interval.us,
    domain: vertical.domain,
    coordinateWords: chooseCoordinateWords(probes.map((probe) => probe.header)),
    probes,
    findings: [...revisionFindings(header), ...findings, ...interval.findings, ...vertical.findings],
  };
}

async function readProbes(file: OpenFile, layout: TraceLayout): Promise<Probe[]> {
  const last = layout.traceCount - 1;
  const picks = new Set([0, Math.min(1, last), ...pickTraces(layout.traceCount, RANDOM_PROBES, 1), last]);
  return readProbesAt(file, layout, [...picks]);
}

/** @param traces in any order, none twice. */
export async function readProbesAt(file: OpenFile, layout: TraceLayout, traces: readonly number[]): Promise<Probe[]> {
  const ascending = traces.toSorted((a, b) => a - b);
  const headers = await readTraceHeaders(file, layout, ascending, null);
  return ascending.map((trace, i) => ({ trace, header: headers[i]! }));
}

function revisionFindings({ binary }: FileHeader): Finding[] {
  if (isPublishedRevision(binary.revision)) return [];
  const message = `Bytes 3501-3502 state ${revisionName(binary.revision)}, which was never published; words of rev 2 are believed only where they make sense.`;
  return [warning('revision-unknown', message)];
}
