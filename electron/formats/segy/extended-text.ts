/** Where the traces start: after the extended text headers, each 3200 bytes. */
import type { Finding } from '../../../shared/survey.ts';
import { decodeText } from '../../../shared/text-header/decode-text.ts';
import { TEXT_HEADER_BYTES, type TextHeader } from '../../../shared/text-header/text-header.ts';
import type { OpenFile } from '../../native/native-reader.ts';
import { FILE_HEADER_BYTES, type BinaryHeader } from './binary-header.ts';
import { warning } from './finding.ts';
import { textHeaders } from './text-header.ts';

/** Rev 1 and later: the stanza that ends a variable number of extended text headers. */
const END_OF_TEXT = /\(\(\s*SEG\s*:\s*EndText\s*\)\)/i;

/** "EndText" in ASCII, or in any code page of EBCDIC. */
const END_WORD = /endtext|[\xc5\x85][\x95\xd5][\x84\xc4][\xe3\xa3][\x85\xc5][\xa7\xe7][\xa3\xe3]/i;

export interface TracesStart {
  /** Of the first trace header, from the start of the file. */
  readonly offset: number;
  readonly texts: readonly TextHeader[];
  readonly findings: readonly Finding[];
}

/**
 * The count in bytes 3505-3506 is believed where that many headers fit in the file (also in files of rev 0, which some
 * writers extend so). Rev 2's own offset in bytes 3521-3528 wins where it lies behind them.
 */
export async function findTracesStart(file: OpenFile, header: BinaryHeader): Promise<TracesStart> {
  const stated = header.extendedTextHeaderCount;
  const texts = await readExtendedTexts(file, stated === -1 ? MOST_TEXTS : stated);
  const count = stated === -1 ? 1 + texts.findIndex(endsTexts) : stated;
  const offset = FILE_HEADER_BYTES + count * TEXT_HEADER_BYTES;
  if (count < 0 || (count === 0 && stated === -1) || offset > file.bytes) {
    return { offset: FILE_HEADER_BYTES, texts: [], findings: [implausibleCount(stated)] };
  }
  const isBehindText = header.firstTraceOffset > offset && header.firstTraceOffset < file.bytes;
  return { offset: isBehindText ? header.firstTraceOffset : offset, texts: texts.slice(0, count), findings: [] };
}

/**
 * Beyond 3.2 MB of text nobody wrote an end: to look on through a file of a gigabyte would take a minute and a half, one
 * of a terabyte a day. Nor would anybody read on.
 */
const MOST_TEXTS = 1000;

async function readExtendedTexts(file: OpenFile, wanted: number): Promise<TextHeader[]> {
  const thatFit = Math.max(0, Math.floor((file.bytes - FILE_HEADER_BYTES) / TEXT_HEADER_BYTES));
  const bytes = new Uint8Array(Math.max(0, Math.min(wanted, thatFit, MOST_TEXTS)) * TEXT_HEADER_BYTES);
  if (bytes.length > 0) await file.readBytes(FILE_HEADER_BYTES, bytes, null);
  return textHeaders('extended', FILE_HEADER_BYTES, bytes);
}

/** Decoding a thousand pages of what is no text takes half a second; nearly all fail at the word. */
const endsTexts = ({ bytes, codePage }: TextHeader): boolean =>
  END_WORD.test(Buffer.from(bytes).toString('latin1')) && END_OF_TEXT.test(decodeText(bytes, codePage).join(''));

function implausibleCount(stated: number): Finding {
  const said =
    stated === -1 ? 'that extended text headers go on up to "((SEG: EndText))"' : `${stated} extended text headers`;
  const missing = stated === -1 ? 'which is not there' : 'which do not fit in the file';
  return warning('extended-headers-implausible', `Bytes 3505-3506 state ${said}, ${missing}.`, {
    assumed: 'There are none: the traces start at byte 3601.',
    effect: 'If there are some, every trace is read from the wrong place.',
  });
}
