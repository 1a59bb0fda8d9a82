/** All that a SEG-Y file's headers settle before any geometry is looked for. */
import type { Domain } from '../../../shared/axes.ts';
import { CrosslineError } from '../../../shared/errors.ts';
import { WORD_BYTES, type HeaderPlace } from '../../../shared/mapping/header-place.ts';
import type { MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import type { Finding } from '../../../shared/survey.ts';
import { decodeText } from '../../../shared/text-header/decode-text.ts';
import type { OpenFile } from '../../native/native-reader.ts';
import { NOTHING_RECALLED, type RecalledMappings } from './accepted/accepted-mappings.ts';
import { warning } from './finding.ts';
import type { FirstTrace } from './first-trace.ts';
import { NOTHING_SETTLED, type Settlement } from './hypotheses/settlement.ts';
import type { Probe } from './probes.ts';
import { readFileHeader, type FileHeader } from './read-file-header.ts';
import { resolveLayout } from './resolve-layout.ts';
import { isPublishedRevision, revisionName } from './revision.ts';
import { formatFindings } from './sample-formats.ts';
import { resolveSampleInterval, type SampleInterval } from './sample-interval.ts';
import type { TraceLayout } from './trace-layout.ts';
import { findStatedWords } from './stated-words.ts';
import { findVerticalDomain } from './vertical-domain.ts';

export interface SegyDescription {
  readonly overrides: MappingOverrides;
  /** What the file says of its own header words: below the user's overrides, above the standard. */
  readonly stated: MappingOverrides;
  readonly header: FileHeader;
  readonly layout: TraceLayout;
  /** Microseconds; millimetres where the domain is depth. Positive. */
  readonly sampleIntervalUs: number;
  readonly domain: Domain;
  readonly findings: readonly Finding[];
  /** Why the file is laid out and decoded so; one sentence each. */
  readonly reasons: readonly string[];
  /** What was decided against the file's own headers. */
  readonly settlement: Settlement;
  /** Headers that were looked at meanwhile, for whoever needs some (`readProbes`); null where none were. */
  readonly probes: readonly Probe[] | null;
  /** What the user accepted earlier for this file and for files like it. */
  readonly recalled: RecalledMappings;
}

/** @throws CrosslineError not-segy, unsupported-format, truncated, io-failed; usage where an override cannot be */
export async function describeFile(file: OpenFile, overrides: MappingOverrides): Promise<SegyDescription> {
  const header = await readFileHeader(file, overrides);
  const { layout, firstTrace, findings } = await resolveLayout(file, header, overrides);
  checkPlaces(overrides, layout);
  const stated = await findStatedWords(file, layout, header.texts, firstTrace);
  const interval =
    overrides.intervalUs === undefined
      ? statedInterval(header, firstTrace)
      : { us: overrides.intervalUs, findings: [] };
  const vertical =
    overrides.domain === undefined
      ? findVerticalDomain(firstTextLines(header))
      : { domain: overrides.domain, findings: [] };
  return {
    overrides,
    stated: stated.words,
    header,
    layout,
    sampleIntervalUs: interval.us,
    domain: vertical.domain,
    findings: [
      ...revisionFindings(header),
      ...header.findings,
      ...formatFindings(layout.format),
      ...findings,
      ...stated.findings,
      ...interval.findings,
      ...vertical.findings,
    ],
    reasons: sizeReasons(file, layout),
    settlement: NOTHING_SETTLED,
    probes: null,
    recalled: NOTHING_RECALLED,
  };
}

/** Whether the traces end where the file does. */
function sizeReasons({ bytes }: OpenFile, layout: TraceLayout): string[] {
  if (layout.varying !== null) return ['Each trace header leads to the next, up to the end of the file.'];
  const isWhole = layout.firstTraceOffset + layout.traceCount * layout.strideBytes === bytes;
  return isWhole ? [`The file ends with its last trace of ${layout.sampleCount} samples.`] : [];
}

const statedInterval = ({ container, binary }: FileHeader, { header, extension }: FirstTrace): SampleInterval =>
  resolveSampleInterval(container === 'su' ? null : binary, header.sampleIntervalUs, extension?.sampleIntervalUs);

/** Of the text header at the file's start; empty where there is none. */
export function firstTextLines({ texts }: FileHeader): string[] {
  const [text] = texts;
  return text === undefined ? [] : decodeText(text.bytes, text.codePage);
}

function revisionFindings({ binary }: FileHeader): Finding[] {
  if (isPublishedRevision(binary.revision)) return [];
  const message = `Bytes 3501-3502 state ${revisionName(binary.revision)}, which was never published; words of rev 2 are believed only where they make sense.`;
  return [warning('revision-unknown', message)];
}

function checkPlaces(overrides: MappingOverrides, { headerBytes }: TraceLayout): void {
  const { inline, crossline, x, y, scalar, cdp, offset } = overrides;
  const places: Readonly<Record<string, HeaderPlace | undefined>> = { inline, crossline, x, y, scalar, cdp, offset };
  for (const [name, place] of Object.entries(places)) {
    if (place === undefined || place.byte + WORD_BYTES[place.type] - 1 <= headerBytes) continue;
    const detail = `The ${name} word at byte ${place.byte} does not fit in the ${headerBytes} bytes of a trace header`;
    throw new CrosslineError({ code: 'usage', detail });
  }
}
