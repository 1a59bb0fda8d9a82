/** Text and binary header of a file, or the exact reason why it is no SEG-Y. */
import { CrosslineError } from '../../../shared/errors.ts';
import type { MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import type { ByteOrder, Finding } from '../../../shared/survey.ts';
import { TEXT_HEADER_BYTES, type TextHeader } from '../../../shared/text-header/text-header.ts';
import type { OpenFile } from '../../native/native-reader.ts';
import { BINARY_HEADER_BYTES, FILE_HEADER_BYTES, parseBinaryHeader, type BinaryHeader } from './binary-header.ts';
import { detectByteOrder } from './byte-order.ts';
import { isStandardFormat } from './sample-formats.ts';
import { findTracesStart } from './extended-text.ts';
import { textHeader } from './text-header.ts';

export interface FileHeader {
  /** In file order; the first is the one that every SEG-Y file begins with. */
  readonly texts: readonly TextHeader[];
  readonly binary: BinaryHeader;
  readonly byteOrder: ByteOrder;
  /** Of the first trace header, from the start of the file. */
  readonly tracesOffset: number;
  readonly findings: readonly Finding[];
}

/** The first bytes of every HDF5 file (HDF5 File Format Specification 3.0, superblock signature). */
const HDF5_SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];

/** @throws CrosslineError not-segy, unsupported-format, io-failed */
export async function readFileHeader(file: OpenFile, overrides: MappingOverrides): Promise<FileHeader> {
  const notSegy = (reason: string): CrosslineError => new CrosslineError({ code: 'not-segy', path: file.path, reason });
  const bytes = new Uint8Array(Math.min(FILE_HEADER_BYTES, file.bytes));
  await file.readBytes(0, bytes, null);
  if (HDF5_SIGNATURE.every((value, i) => bytes[i] === value)) throw notSegy('it is an HDF5 file');
  if (bytes.length < FILE_HEADER_BYTES) {
    throw notSegy(`it has ${file.bytes} bytes, fewer than the ${FILE_HEADER_BYTES} of the file headers`);
  }
  const binaryBytes = new DataView(bytes.buffer, TEXT_HEADER_BYTES, BINARY_HEADER_BYTES);
  const byteOrder =
    overrides.byteOrder ?? detectByteOrder(binaryBytes) ?? (overrides.format === undefined ? null : 'big');
  if (byteOrder === null) {
    const code = binaryBytes.getUint16(3225 - 3201, false);
    throw notSegy(`bytes 3225-3226 hold ${code}, which is no sample format in either byte order`);
  }
  const stated = parseBinaryHeader(binaryBytes, byteOrder);
  const binary = { ...stated, formatCode: overrides.format ?? stated.formatCode };
  if (!isStandardFormat(binary.formatCode)) {
    throw new CrosslineError({ code: 'unsupported-format', path: file.path, formatCode: binary.formatCode });
  }
  const text = textHeader('file', 0, bytes.slice(0, TEXT_HEADER_BYTES));
  const start = await findTracesStart(file, binary);
  return { texts: [text, ...start.texts], binary, byteOrder, tracesOffset: start.offset, findings: start.findings };
}
