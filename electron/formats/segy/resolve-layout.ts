/** Where the traces lie, from headers that may contradict each other and the size of the file. */
import { CrosslineError } from '../../../shared/errors.ts';
import type { MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import type { Finding } from '../../../shared/survey.ts';
import type { OpenFile } from '../../native/native-reader.ts';
import { wordBytesOf } from '../../native/word-layout.ts';
import type { BinaryHeader } from './binary-header.ts';
import { note, warning } from './finding.ts';
import type { FileHeader } from './read-file-header.ts';
import { isStandardFormat } from './sample-formats.ts';
import { readTraceHeader, TRACE_HEADER_BYTES, type TraceHeader } from './trace-header.ts';
import { traceOffset, type TraceLayout, type VaryingLengths } from './trace-layout.ts';
import { findVaryingLengths } from './varying-lengths.ts';

export interface ResolvedLayout {
  readonly layout: TraceLayout;
  readonly firstTrace: TraceHeader;
  readonly findings: readonly Finding[];
}

/** More trace header extensions than any layout could name; rev 2.1 defines one. */
const MOST_HEADER_EXTENSIONS = 64;

/** A number of samples per trace, and where it is written. */
interface StatedCount {
  readonly sampleCount: number;
  readonly place: string;
}

/** @throws CrosslineError truncated, not-segy, unsupported-format */
export async function resolveLayout(
  file: OpenFile,
  { binary, byteOrder, tracesOffset }: FileHeader,
  overrides: MappingOverrides,
): Promise<ResolvedLayout> {
  const { formatCode } = binary;
  if (!isStandardFormat(formatCode)) {
    throw new CrosslineError({ code: 'unsupported-format', path: file.path, formatCode });
  }
  const bytesPerSample = wordBytesOf(formatCode);
  const extensions = binary.traceHeaderExtensionCount;
  const hasExtensions = extensions > 0 && extensions <= MOST_HEADER_EXTENSIONS;
  const headerBytes = TRACE_HEADER_BYTES * (hasExtensions ? 1 + extensions : 1);
  const tracesBytes = file.bytes - tracesOffset;
  const strideOf = (sampleCount: number): number => headerBytes + sampleCount * bytesPerSample;

  if (tracesBytes < TRACE_HEADER_BYTES) throw truncated(file, tracesOffset + strideOf(binary.sampleCount));
  const firstTrace = await readTraceHeader(file, tracesOffset, byteOrder);
  const stated = statedSampleCounts(binary, firstTrace, overrides);
  const first = stated[0];
  if (first === undefined) {
    const reason = 'no header says how many samples a trace has (bytes 3221-3222 and 115-116 of the first trace are 0)';
    throw new CrosslineError({ code: 'not-segy', path: file.path, reason });
  }
  const common = {
    byteOrder,
    format: formatCode,
    bytesPerSample,
    firstTraceOffset: tracesOffset,
    headerBytes,
  };
  const exact = stated.find(({ sampleCount }) => tracesBytes % strideOf(sampleCount) === 0);
  const chosen = exact ?? stated.find(({ sampleCount }) => tracesBytes >= strideOf(sampleCount)) ?? first;
  const sampleCount = chosen.sampleCount;
  const strideBytes = strideOf(sampleCount);
  const traceCount = Math.floor(tracesBytes / strideBytes);
  const equal: TraceLayout = { ...common, sampleCount, strideBytes, traceCount, varying: null };

  if (exact === undefined && overrides.samples === undefined && !(await areTracesEqual(file, equal, firstTrace))) {
    const varying = await findVaryingLengths(file, equal);
    if (varying !== null) {
      return { layout: varyingLayout(equal, varying), firstTrace, findings: [lengthsVary(varying)] };
    }
  }
  if (traceCount === 0) throw truncated(file, tracesOffset + strideBytes);
  const tail = incompleteTail(tracesBytes - traceCount * strideBytes, traceCount);
  return { layout: equal, firstTrace, findings: [...contradictions(stated, chosen), ...tail] };
}

/** Whether the last complete trace starts where equal lengths put it: its header then repeats the first one's count. */
async function areTracesEqual(file: OpenFile, layout: TraceLayout, firstTrace: TraceHeader): Promise<boolean> {
  if (layout.traceCount === 0) return false;
  const offset = traceOffset(layout, layout.traceCount - 1);
  const last = await readTraceHeader(file, offset, layout.byteOrder);
  return layout.traceCount > 1 && last.sampleCount === firstTrace.sampleCount;
}

function varyingLayout(equal: TraceLayout, varying: VaryingLengths): TraceLayout {
  const sampleCount = varying.sampleCounts.reduce((most, count) => Math.max(most, count), 0);
  return {
    ...equal,
    sampleCount,
    strideBytes: equal.headerBytes + sampleCount * equal.bytesPerSample,
    traceCount: varying.offsets.length,
    varying,
  };
}

function lengthsVary({ sampleCounts }: VaryingLengths): Finding {
  const shortest = sampleCounts.reduce((least, count) => Math.min(least, count), Infinity);
  const longest = sampleCounts.reduce((most, count) => Math.max(most, count), 0);
  const message = `Traces have ${shortest} to ${longest} samples (bytes 115-116); short ones end early, with nothing below.`;
  return note('trace-lengths-vary', message);
}

/** In the order in which they are believed where the file's size does not decide. */
function statedSampleCounts(
  binary: BinaryHeader,
  firstTrace: TraceHeader,
  { samples }: MappingOverrides,
): StatedCount[] {
  if (samples !== undefined) return [{ sampleCount: samples, place: 'the mapping' }];
  return [
    { sampleCount: binary.extendedSampleCount, place: 'bytes 3269-3272' },
    { sampleCount: binary.sampleCount, place: 'bytes 3221-3222' },
    { sampleCount: firstTrace.sampleCount, place: 'bytes 115-116 of the first trace' },
  ].filter(({ sampleCount }) => sampleCount > 0);
}

const truncated = (file: OpenFile, expectedBytes: number): CrosslineError =>
  new CrosslineError({ code: 'truncated', path: file.path, expectedBytes, actualBytes: file.bytes });

function contradictions(stated: readonly StatedCount[], chosen: StatedCount): Finding[] {
  const others = stated.filter(({ sampleCount }) => sampleCount !== chosen.sampleCount);
  if (others.length === 0) return [];
  const said = others.map(({ sampleCount, place }) => `${sampleCount} in ${place}`).join(', ');
  const message = `The headers disagree on the samples of a trace: ${chosen.sampleCount} in ${chosen.place}, which is used since the file's size agrees best, but ${said}.`;
  return [warning('sample-count-contradiction', message)];
}

function incompleteTail(bytes: number, traceCount: number): Finding[] {
  if (bytes === 0) return [];
  const message = `The file ends within a trace, which is left out (bytes of it: ${bytes}); complete traces, which are shown: ${traceCount}.`;
  return [warning('truncated-tail', message, { lost: 'the last trace is cut off' })];
}
