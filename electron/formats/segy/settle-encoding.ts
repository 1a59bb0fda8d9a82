/** Byte order and sample format: as the binary header states them, or as the traces show where it cannot be right. */
import { CrosslineError } from '../../../shared/errors.ts';
import type { MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import type { ByteOrder, Finding } from '../../../shared/survey.ts';
import type { OpenFile } from '../../native/native-reader.ts';
import { FILE_HEADER_BYTES } from './binary-header.ts';
import { detectByteOrder, isSwappedInPairs } from './byte-order.ts';
import { formatGuessed } from './hypotheses/format-findings.ts';
import { widthReason } from './layout-findings.ts';
import { findChain } from './recovery/find-chain.ts';
import { findStride } from './recovery/find-stride.ts';
import { bytesPerSampleOf, guessByteOrder, statedCount } from './recovery/header-counts.ts';
import { likeliestFormat } from './recovery/likeliest-format.ts';
import { readHeadersAt } from './recovery/read-headers.ts';
import { isStandardFormat } from './sample-formats.ts';
import { TRACE_HEADER_BYTES } from './trace-header.ts';

export interface Encoding {
  /** Of the binary header. */
  readonly byteOrder: ByteOrder;
  readonly formatCode: number;
  /** What the traces show, where they had to be asked. */
  readonly evidence: TraceEvidence | null;
  readonly findings: readonly Finding[];
}

/** Evenly spaced traces that were found without the binary header. */
export interface TraceEvidence {
  /** Of the first trace header, from the start of the file. */
  readonly offset: number;
  readonly strideBytes: number;
  readonly byteOrder: ByteOrder;
  readonly bytesPerSample: number;
}

/** @throws CrosslineError not-segy: no format code and no traces; unsupported-byte-order */
export async function settleEncoding(
  file: OpenFile,
  binaryHeader: DataView,
  overrides: MappingOverrides,
): Promise<Encoding> {
  if (isSwappedInPairs(binaryHeader)) throw new CrosslineError({ code: 'unsupported-byte-order', path: file.path });
  const stated = detectByteOrder(binaryHeader);
  const code = binaryHeader.getUint16(3225 - 3201, stated === 'little');
  if (stated !== null && (overrides.format !== undefined || isStandardFormat(code))) {
    return { byteOrder: stated, formatCode: overrides.format ?? code, evidence: null, findings: [] };
  }
  const evidence = await findEvidence(file);
  const byteOrder = overrides.byteOrder ?? stated ?? evidence?.byteOrder ?? 'big';
  if (overrides.format !== undefined) return { byteOrder, formatCode: overrides.format, evidence, findings: [] };
  if (evidence === null) {
    const reason = `bytes 3225-3226 hold ${code}, which is no sample format in either byte order, and no trace headers follow each other evenly`;
    throw new CrosslineError({ code: 'not-segy', path: file.path, reason });
  }
  const format = await likeliestFormat(file, { ...evidence, headerBytes: TRACE_HEADER_BYTES });
  const sampleCount = (evidence.strideBytes - TRACE_HEADER_BYTES) / evidence.bytesPerSample;
  return {
    byteOrder,
    formatCode: format,
    evidence,
    findings: [formatGuessed(code, { format, reasons: [widthReason({ ...evidence, sampleCount })] }, byteOrder)],
  };
}

/** First where traces start in a file without extended text headers, then anywhere near the start. */
async function findEvidence(file: OpenFile): Promise<TraceEvidence | null> {
  const stride = await findStride(file, FILE_HEADER_BYTES, file.bytes);
  return stride === null ? await findChain(file, 0) : await evidenceOf(file, FILE_HEADER_BYTES, stride);
}

async function evidenceOf(file: OpenFile, offset: number, strideBytes: number): Promise<TraceEvidence> {
  const headers = await readHeadersAt(file, [offset, offset + strideBytes]);
  const sampleBytes = strideBytes - TRACE_HEADER_BYTES;
  const widths = (['big', 'little'] as const).flatMap((byteOrder) => {
    const width = bytesPerSampleOf(sampleBytes, statedCount(headers[0]!, byteOrder));
    return width === null ? [] : [{ byteOrder, width }];
  });
  const voted = guessByteOrder(headers) ?? 'big';
  const { byteOrder, width } = widths.find((found) => found.byteOrder === voted) ??
    widths[0] ?? { byteOrder: voted, width: sampleBytes % 4 === 0 ? 4 : sampleBytes % 2 === 0 ? 2 : 1 };
  return { offset, strideBytes, byteOrder, bytesPerSample: width };
}
