/** Where the traces lie, from headers that may contradict each other, their own places and the size of the file. */
import { CrosslineError } from '../../../shared/errors.ts';
import type { MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import type { Finding } from '../../../shared/survey.ts';
import type { OpenFile } from '../../native/native-reader.ts';
import { wordBytesOf } from '../../native/word-layout.ts';
import { distancePlace, findSpacing, type Spacing } from './find-spacing.ts';
import { findTracesElsewhere } from './find-traces-elsewhere.ts';
import { readFirstTrace, type FirstTrace } from './first-trace.ts';
import { formatReplaced } from './hypotheses/format-findings.ts';
import { countFindings, gapFindings, tailFindings, widthReason } from './layout-findings.ts';
import type { FileHeader } from './read-file-header.ts';
import { likeliestFormat } from './recovery/likeliest-format.ts';
import { recoverTraces } from './recovery/recover-traces.ts';
import { isPublishedRevision } from './revision.ts';
import { isStandardFormat } from './sample-formats.ts';
import { headerSizes, statedCounts, type StatedCount } from './stated-counts.ts';
import { TRACE_HEADER_BYTES } from './trace-header.ts';
import type { TraceLayout } from './trace-layout.ts';
import type { TraceSpan } from './trace-span.ts';
import { evenLayout, layoutOfRuns, varyingLayout } from './trace-runs-layout.ts';
import { findTail } from './traces-tail.ts';

export interface ResolvedLayout {
  readonly layout: TraceLayout;
  readonly firstTrace: FirstTrace;
  readonly findings: readonly Finding[];
}

/** @throws CrosslineError truncated, not-segy, unsupported-format */
export async function resolveLayout(
  file: OpenFile,
  header: FileHeader,
  overrides: MappingOverrides,
): Promise<ResolvedLayout> {
  const stated = await settleSpacing(file, header, overrides);
  const { span, spacing, format } = await settleFormat(file, stated, overrides);
  const even = evenLayout(span, spacing);
  const recovered = spacing.varying === null ? await recoverTraces(file, { ...span, ...spacing }) : null;
  const layout =
    recovered === null
      ? spacing.varying === null
        ? even
        : varyingLayout(even, spacing.varying)
      : layoutOfRuns(even, recovered.runs);
  if (layout.traceCount === 0) throw truncated(file, span.start + spacing.strideBytes);
  const expected = isPublishedRevision(header.binary.revision) ? header.binary.traceCount : 0;
  return {
    layout,
    firstTrace: stated.firstTrace,
    findings: [
      ...stated.findings,
      ...format,
      ...countFindings(stated.counts, spacing, header.binary.hasFixedLengthTraces),
      ...(recovered === null ? [] : gapFindings(recovered, layout)),
      ...tailFindings(await findTail(file, span, layout), layout, expected),
    ],
  };
}

interface StatedSpacing {
  readonly span: TraceSpan;
  readonly spacing: Spacing;
  readonly firstTrace: FirstTrace;
  readonly counts: readonly StatedCount[];
  readonly findings: readonly Finding[];
}

/** From where the headers say that the traces start; from elsewhere where they cannot start there. */
async function settleSpacing(file: OpenFile, header: FileHeader, overrides: MappingOverrides): Promise<StatedSpacing> {
  const span = spanOf(file, header);
  const strideBytes = TRACE_HEADER_BYTES + header.binary.sampleCount * span.bytesPerSample;
  const stated = span.end - span.start < TRACE_HEADER_BYTES ? null : await spacingFrom(file, header, span, overrides);
  if (stated !== null && (stated.spacing.isSeen === true || (stated.spacing.isSeen === null && fits(stated))))
    return stated;
  const elsewhere = await findTracesElsewhere(file, span, header.container, strideBytes);
  const other =
    elsewhere === null ? null : await spacingFrom(file, header, { ...span, start: elsewhere.offset }, overrides);
  if (other?.spacing.isSeen === true) return { ...other, findings: [elsewhere!.finding] };
  if (stated !== null && (stated.spacing.isSeen === null || fits(stated) || overrides.samples !== undefined))
    return stated;
  if (span.end - span.start < TRACE_HEADER_BYTES) throw truncated(file, span.start + strideBytes);
  throw new CrosslineError({ code: 'not-segy', path: file.path, reason: whyNowhere(stated) });
}

function whyNowhere(stated: StatedSpacing | null): string {
  if (stated === null) {
    return 'no header says how many samples a trace has (bytes 3221-3222 and 115-116 of the first trace are 0), and none repeats';
  }
  const said = stated.counts.map(({ sampleCount, place }) => `${sampleCount} in ${place}`).join(', ');
  return `no trace headers stand where the sample counts (${said}) put them, and none repeats anywhere`;
}

const fits = ({ span, spacing }: StatedSpacing): boolean =>
  spacing.varying !== null || (span.end - span.start) % spacing.strideBytes === 0;

/** Null where no header states a length and none can be seen. */
async function spacingFrom(
  file: OpenFile,
  { binary }: FileHeader,
  span: TraceSpan,
  overrides: MappingOverrides,
): Promise<StatedSpacing | null> {
  const firstTrace = await readFirstTrace(file, span.start, span.byteOrder);
  const counts = statedCounts(binary, firstTrace, overrides);
  const spacing = await findSpacing({
    file,
    span,
    stated: counts,
    headerSizes: headerSizes(binary, firstTrace),
    isFixed: overrides.samples !== undefined,
  });
  return spacing === null ? null : { span, spacing, firstTrace, counts, findings: [] };
}

function spanOf(file: OpenFile, { formatCode, byteOrder, tracesOffset, tracesEnd }: FileHeader): TraceSpan {
  if (!isStandardFormat(formatCode)) {
    throw new CrosslineError({ code: 'unsupported-format', path: file.path, formatCode });
  }
  return {
    start: tracesOffset,
    end: tracesEnd,
    byteOrder,
    format: formatCode,
    bytesPerSample: wordBytesOf(formatCode),
  };
}

interface SettledFormat {
  readonly span: TraceSpan;
  readonly spacing: Spacing;
  readonly format: readonly Finding[];
}

/** The width that trace headers leave to a sample is right, unless the user says otherwise. */
async function settleFormat(
  file: OpenFile,
  { span, spacing }: StatedSpacing,
  overrides: MappingOverrides,
): Promise<SettledFormat> {
  const { bytesPerSample, strideBytes, headerBytes } = spacing;
  if (bytesPerSample === span.bytesPerSample) return { span, spacing, format: [] };
  const format = await likeliestFormat(file, { ...span, offset: span.start, strideBytes, headerBytes, bytesPerSample });
  if (overrides.format !== undefined) {
    const sampleCount = Math.floor((strideBytes - headerBytes) / span.bytesPerSample);
    const place = distancePlace(strideBytes);
    return { span, spacing: { ...spacing, sampleCount, place, bytesPerSample: span.bytesPerSample }, format: [] };
  }
  return {
    span: { ...span, format, bytesPerSample },
    spacing,
    format: [formatReplaced(span.format, { format, reasons: [widthReason(spacing)] })],
  };
}

const truncated = (file: OpenFile, expectedBytes: number): CrosslineError =>
  new CrosslineError({ code: 'truncated', path: file.path, expectedBytes, actualBytes: file.bytes });
