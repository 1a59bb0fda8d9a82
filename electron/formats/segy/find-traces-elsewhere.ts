/** Looks for traces where the headers' words do not put them: extended headers counted wrongly, a start damaged or cut off. */
import type { SegyMapping } from '../../../shared/mapping/segy-mapping.ts';
import type { Finding } from '../../../shared/survey.ts';
import { TEXT_HEADER_BYTES } from '../../../shared/text-header/text-header.ts';
import type { OpenFile } from '../../native/native-reader.ts';
import { FILE_HEADER_BYTES } from './binary-header.ts';
import { warning } from './finding.ts';
import { findChain } from './recovery/find-chain.ts';
import { headerPattern, matchesPattern } from './recovery/header-pattern.ts';
import { isShifted } from './recovery/is-shifted.ts';
import { readHeadersAt } from './recovery/read-headers.ts';
import { isText, textHeader } from './text-header.ts';
import { TRACE_HEADER_BYTES } from './trace-header.ts';
import type { TraceSpan } from './trace-span.ts';

export interface FoundElsewhere {
  /** Of the first trace header, from the start of the file. */
  readonly offset: number;
  readonly finding: Finding;
}

/** Extended text headers that may have been forgotten. */
const PAGES_LOOKED_AT = 16;
const HEADERS_THAT_FOLLOW = 3;

/** @param strideBytes as the binary header states */
export async function findTracesElsewhere(
  file: OpenFile,
  span: TraceSpan,
  container: SegyMapping['container'],
  strideBytes: number,
): Promise<FoundElsewhere | null> {
  for (let page = 0; container === 'segy' && page < PAGES_LOOKED_AT; page += 1) {
    const offset = FILE_HEADER_BYTES + page * TEXT_HEADER_BYTES;
    if (offset !== span.start && (await startsAt(file, offset, strideBytes, span.end))) {
      return { offset, finding: tracesElsewhere(offset) };
    }
    if (!(await isTextPage(file, offset))) break;
  }
  const chain = await findChain(file, 0);
  if (chain === null || chain.offset === span.start) return null;
  return { offset: chain.offset, finding: tracesElsewhere(chain.offset) };
}

async function isTextPage(file: OpenFile, offset: number): Promise<boolean> {
  const bytes = new Uint8Array(Math.max(0, Math.min(TEXT_HEADER_BYTES, file.bytes - offset)));
  if (bytes.length < TEXT_HEADER_BYTES) return false;
  await file.readBytes(offset, bytes, null);
  return isText(textHeader('extended', offset, bytes));
}

async function startsAt(file: OpenFile, offset: number, strideBytes: number, end: number): Promise<boolean> {
  const offsets = Array.from({ length: 1 + HEADERS_THAT_FOLLOW }, (_, i) => offset + i * strideBytes);
  if (offsets.at(-1)! + TRACE_HEADER_BYTES > end) return false;
  const [first, ...others] = await readHeadersAt(file, offsets);
  const pattern = headerPattern([first!]);
  if (pattern === null || !others.every((header) => matchesPattern(pattern, header, 0))) return false;
  return !(await isShifted(file, offset + strideBytes, pattern, first!));
}

export const tracesElsewhere = (offset: number): Finding =>
  warning('traces-elsewhere', `The first trace header stands at byte ${offset + 1}, which no header says.`, {
    assumed: 'Traces are read from there on.',
    effect: 'If there are traces before it, they are lost.',
  });
