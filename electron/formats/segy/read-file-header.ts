/** What stands before and behind the traces of a file, or the exact reason why it is no SEG-Y. */
import { CrosslineError } from '../../../shared/errors.ts';
import type { MappingOverrides, SegyMapping } from '../../../shared/mapping/segy-mapping.ts';
import type { ByteOrder, Finding } from '../../../shared/survey.ts';
import type { TextHeader } from '../../../shared/text-header/text-header.ts';
import type { OpenFile } from '../../native/native-reader.ts';
import { FILE_HEADER_BYTES, type BinaryHeader } from './binary-header.ts';
import { detectSu } from './detect-su.ts';
import { readSegyHeader } from './read-segy-header.ts';
import { readSuHeader } from './read-su-header.ts';

export interface FileHeader {
  readonly container: SegyMapping['container'];
  /** In file order; none in SU files. */
  readonly texts: readonly TextHeader[];
  /** All zero in SU files, and where it is damaged. */
  readonly binary: BinaryHeader;
  /** Of trace headers and samples. */
  readonly byteOrder: ByteOrder;
  readonly formatCode: number;
  /** Of the first trace header, from the start of the file. */
  readonly tracesOffset: number;
  /** Where the traces may end at the latest: the end of the file, or the trailing text. */
  readonly tracesEnd: number;
  readonly findings: readonly Finding[];
}

/** The first bytes of every HDF5 file (HDF5 File Format Specification 3.0, superblock signature). */
const HDF5_SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];

/** @throws CrosslineError not-segy, unsupported-byte-order, io-failed */
export async function readFileHeader(file: OpenFile, overrides: MappingOverrides): Promise<FileHeader> {
  const notSegy = (reason: string): CrosslineError => new CrosslineError({ code: 'not-segy', path: file.path, reason });
  const bytes = new Uint8Array(Math.min(FILE_HEADER_BYTES, file.bytes));
  await file.readBytes(0, bytes, null);
  if (HDF5_SIGNATURE.every((value, i) => bytes[i] === value)) throw notSegy('it is an HDF5 file');
  const suByteOrder = overrides.container === 'segy' ? null : await detectSu(file);
  if (overrides.container === 'su' || suByteOrder !== null) return await readSuHeader(file, overrides, suByteOrder);
  if (bytes.length < FILE_HEADER_BYTES) {
    throw notSegy(`it has ${file.bytes} bytes, fewer than the ${FILE_HEADER_BYTES} of the file headers`);
  }
  return await readSegyHeader(file, bytes, overrides);
}
