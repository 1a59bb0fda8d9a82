/** Where the traces start: after the extended text headers, each 3200 bytes. */
import type { Finding } from '../../../shared/survey.ts';
import type { OpenFile } from '../../native/native-reader.ts';
import { FILE_HEADER_BYTES, type BinaryHeader } from './binary-header.ts';
import { warning } from './finding.ts';
import { decodeTextHeader, TEXT_HEADER_BYTES } from './text-header.ts';

/** Rev 1 and later: the stanza that ends a variable number of extended text headers. */
const END_OF_TEXT = /\(\(\s*SEG\s*:\s*EndText\s*\)\)/i;

export interface TracesStart {
  /** Of the first trace header, from the start of the file. */
  readonly offset: number;
  readonly findings: readonly Finding[];
}

/**
 * The count in bytes 3505-3506 is believed where that many headers fit in the file (also in files of rev 0, which some
 * writers extend so). Rev 2's own offset in bytes 3521-3528 wins where it lies behind them.
 */
export async function findTracesStart(file: OpenFile, header: BinaryHeader): Promise<TracesStart> {
  const stated = header.extendedTextHeaderCount;
  const count = stated === -1 ? await countUntilEndText(file) : stated;
  const offset = FILE_HEADER_BYTES + count * TEXT_HEADER_BYTES;
  if (count < 0 || offset > file.bytes) {
    const message = `Bytes 3505-3506 state ${stated} extended text headers, which do not fit in the file; none is assumed.`;
    return { offset: FILE_HEADER_BYTES, findings: [warning('extended-headers-implausible', message)] };
  }
  const isBehindText = header.firstTraceOffset > offset && header.firstTraceOffset < file.bytes;
  return { offset: isBehindText ? header.firstTraceOffset : offset, findings: [] };
}

/**
 * Beyond 3.2 MB of text nobody wrote an end: to look on through a file of a gigabyte would take a minute and a half, one
 * of a terabyte a day.
 */
const MOST_EXTENDED_HEADERS = 1000;

/** Text headers up to and including the one that ends them; -1 where none does. */
async function countUntilEndText(file: OpenFile): Promise<number> {
  const bytes = new Uint8Array(TEXT_HEADER_BYTES);
  const mostThatFit = Math.floor((file.bytes - FILE_HEADER_BYTES) / TEXT_HEADER_BYTES);
  for (let count = 1; count <= Math.min(mostThatFit, MOST_EXTENDED_HEADERS); count += 1) {
    await file.readBytes(FILE_HEADER_BYTES + (count - 1) * TEXT_HEADER_BYTES, bytes, null);
    if (END_OF_TEXT.test(decodeTextHeader(bytes).lines.join(''))) return count;
  }
  return -1;
}
