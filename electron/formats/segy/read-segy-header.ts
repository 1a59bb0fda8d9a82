/** Text and binary header of a SEG-Y file, and where they and the headers' own traces say that the traces lie. */
import type { MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import type { ByteOrder, Finding } from '../../../shared/survey.ts';
import { TEXT_HEADER_BYTES } from '../../../shared/text-header/text-header.ts';
import type { OpenFile } from '../../native/native-reader.ts';
import { BINARY_HEADER_BYTES, NO_BINARY_HEADER, parseBinaryHeader, type BinaryHeader } from './binary-header.ts';
import { tracesElsewhere } from './find-traces-elsewhere.ts';
import { findTracesStart, type TracesStart } from './extended-text.ts';
import { warning } from './finding.ts';
import { useByteOrder } from './byte-order.ts';
import type { FileHeader } from './read-file-header.ts';
import { guessByteOrder, statedCount } from './recovery/header-counts.ts';
import { readHeaderAt } from './recovery/read-headers.ts';
import { settleEncoding, type Encoding, type TraceEvidence } from './settle-encoding.ts';
import { textHeader } from './text-header.ts';
import { TRACE_HEADER_BYTES } from './trace-header.ts';
import { findTracesEnd } from './trailing-text.ts';

/**
 * @param start the first 3600 bytes
 * @throws CrosslineError not-segy, unsupported-byte-order, io-failed
 */
export async function readSegyHeader(
  file: OpenFile,
  start: Uint8Array,
  overrides: MappingOverrides,
): Promise<FileHeader> {
  const encoding = await settleEncoding(
    file,
    new DataView(start.buffer, TEXT_HEADER_BYTES, BINARY_HEADER_BYTES),
    overrides,
  );
  const { binary, findings: damage } = believedHeader(start, encoding);
  const traces = await locateTraces(file, binary, encoding.evidence);
  const order = await orderOfTraces(file, traces.offset, binary, encoding.byteOrder, overrides);
  const end = await findTracesEnd(file, binary, traces.offset);
  return {
    container: 'segy',
    texts: [textHeader('file', 0, start.slice(0, TEXT_HEADER_BYTES)), ...traces.texts, ...end.texts],
    binary,
    byteOrder: order.byteOrder,
    formatCode: encoding.formatCode,
    tracesOffset: traces.offset,
    tracesEnd: end.offset,
    findings: [...encoding.findings, ...damage, ...traces.findings, ...order.findings, ...end.findings],
  };
}

/** A header without a format code whose sample count is not that of the traces either is believed in nothing. */
function believedHeader(
  start: Uint8Array,
  { byteOrder, evidence }: Encoding,
): { binary: BinaryHeader; findings: Finding[] } {
  const binary = parseBinaryHeader(new DataView(start.buffer, TEXT_HEADER_BYTES, BINARY_HEADER_BYTES), byteOrder);
  if (evidence === null || hasCountOf(binary, evidence)) return { binary, findings: [] };
  const message = `The binary header (bytes 3201-3600) states ${binary.sampleCount} samples a trace; the traces have another number.`;
  const damaged = warning('binary-header-damaged', message, {
    assumed: 'It is damaged or empty: counts, interval and units are taken from the trace headers.',
    effect: 'What only the binary header says is unknown: revision, units, extended headers.',
  });
  return { binary: NO_BINARY_HEADER, findings: [damaged] };
}

const hasCountOf = ({ sampleCount }: BinaryHeader, { strideBytes, bytesPerSample }: TraceEvidence): boolean =>
  TRACE_HEADER_BYTES + sampleCount * bytesPerSample === strideBytes;

async function locateTraces(
  file: OpenFile,
  binary: BinaryHeader,
  evidence: TraceEvidence | null,
): Promise<TracesStart> {
  const stated = await findTracesStart(file, binary);
  if (evidence === null || evidence.offset === stated.offset) return stated;
  return { offset: evidence.offset, texts: [], findings: [tracesElsewhere(evidence.offset)] };
}

/** Some programs write the binary header in one order and the traces in the other. */
async function orderOfTraces(
  file: OpenFile,
  offset: number,
  binary: BinaryHeader,
  stated: ByteOrder,
  overrides: MappingOverrides,
): Promise<{ byteOrder: ByteOrder; findings: Finding[] }> {
  if (overrides.byteOrder !== undefined) return { byteOrder: overrides.byteOrder, findings: [] };
  if (offset + TRACE_HEADER_BYTES > file.bytes) return { byteOrder: stated, findings: [] };
  const header = await readHeaderAt(file, offset);
  const other = stated === 'big' ? 'little' : 'big';
  const isOther =
    statedCount(header, stated) !== binary.sampleCount &&
    statedCount(header, other) === binary.sampleCount &&
    guessByteOrder([header]) === other;
  if (!isOther) return { byteOrder: stated, findings: [] };
  const message = `The binary header is ${stated}-endian; the trace headers repeat its sample count (${binary.sampleCount}, bytes 115-116) ${other}-endian.`;
  const finding = warning('byte-order-contradiction', message, {
    assumed: `Trace headers and samples are ${other}-endian.`,
    effect: 'Read in the wrong order, line numbers and amplitudes are noise.',
    remedies: [useByteOrder(stated)],
  });
  return { byteOrder: other, findings: [finding] };
}
