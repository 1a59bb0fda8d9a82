/** Where the traces end: rev 2 files may hold text behind them, pages of 3200 bytes. */
import type { Finding } from '../../../shared/survey.ts';
import { TEXT_HEADER_BYTES, type TextHeader } from '../../../shared/text-header/text-header.ts';
import type { OpenFile } from '../../native/native-reader.ts';
import type { BinaryHeader } from './binary-header.ts';
import { warning } from './finding.ts';
import { isText, textHeaders, textOf } from './text-header.ts';
import { TRACE_HEADER_BYTES } from './trace-header.ts';

export interface TracesEnd {
  /** Of the first byte behind the traces, from the start of the file. */
  readonly offset: number;
  readonly texts: readonly TextHeader[];
  readonly findings: readonly Finding[];
}

/** As for extended text headers: nobody would read on. */
const MOST_PAGES = 1000;
/** Count of bytes 3529-3532 that leaves it to the text where it begins. */
const UNTIL_END = -1;

/** The count in bytes 3529-3532 is believed where a stanza begins that many pages before the end of the file. */
export async function findTracesEnd(file: OpenFile, binary: BinaryHeader, tracesOffset: number): Promise<TracesEnd> {
  const stated = binary.trailingTextCount;
  const none: TracesEnd = { offset: file.bytes, texts: [], findings: [] };
  if (stated === 0 || stated < UNTIL_END) return none;
  const mostThatFit = Math.floor((file.bytes - tracesOffset - TRACE_HEADER_BYTES) / TEXT_HEADER_BYTES);
  const wanted = Math.max(0, Math.min(stated === UNTIL_END ? MOST_PAGES : stated, mostThatFit));
  const offset = file.bytes - wanted * TEXT_HEADER_BYTES;
  const bytes = new Uint8Array(Math.min(wanted, MOST_PAGES) * TEXT_HEADER_BYTES);
  if (bytes.length > 0) await file.readBytes(offset, bytes, null);
  const pages = textHeaders('trailer', offset, bytes);
  if (stated !== UNTIL_END) {
    const isThere = wanted === stated && pages[0] !== undefined && (beginsStanza(pages[0]) || isText(pages[0]));
    return isThere ? { offset, texts: pages, findings: [] } : { ...none, findings: [trailerMissing(stated)] };
  }
  const lastOther = pages.findLastIndex((page) => !beginsStanza(page) && !isText(page));
  const texts = pages.slice(lastOther + 1);
  const [first] = texts;
  return first === undefined
    ? { ...none, findings: [trailerMissing(stated)] }
    : { offset: first.offset, texts, findings: [] };
}

/** E.g. "((SEG:Measurement Units ver 1.0))". */
const beginsStanza = (page: TextHeader): boolean => textOf(page).startsWith('((');

function trailerMissing(stated: number): Finding {
  const said = stated === UNTIL_END ? 'text' : `${stated} pages of text`;
  return warning('trailing-text-missing', `Bytes 3529-3532 state ${said} behind the traces; there is none.`, {
    assumed: 'The traces go on to the end of the file.',
    effect: 'The file was cut off if there was text.',
  });
}
