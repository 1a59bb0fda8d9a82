/** Looks for traces where the headers' words do not put them: extended headers counted wrongly, a start damaged or cut off. */
import type { SegyMapping } from '../../../shared/mapping/segy-mapping.ts';
import type { Finding } from '../../../shared/survey.ts';
import { TEXT_HEADER_BYTES } from '../../../shared/text-header/text-header.ts';
import type { OpenFile } from '../../native/native-reader.ts';
import { FILE_HEADER_BYTES } from './binary-header.ts';
import { warning } from './finding.ts';
import { findChain } from './recovery/find-chain.ts';
import { headerPattern, matchesPattern } from './recovery/header-pattern.ts';
import { readHeadersAt } from './recovery/read-headers.ts';
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
  const pages = container === 'su' ? 0 : PAGES_LOOKED_AT;
  for (let page = 0; page < pages; page += 1) {
    const offset = FILE_HEADER_BYTES + page * TEXT_HEADER_BYTES;
    if (offset !== span.start && (await startsAt(file, offset, strideBytes, span.end))) {
      return { offset, finding: tracesElsewhere(offset) };
    }
  }
  const chain = await findChain(file, 0);
  if (chain === null || chain.offset === span.start) return null;
  return { offset: chain.offset, finding: tracesElsewhere(chain.offset) };
}

async function startsAt(file: OpenFile, offset: number, strideBytes: number, end: number): Promise<boolean> {
  const offsets = Array.from({ length: 1 + HEADERS_THAT_FOLLOW }, (_, i) => offset + i * strideBytes);
  if (offsets.at(-1)! + TRACE_HEADER_BYTES > end) return false;
  const [first, ...others] = await readHeadersAt(file, offsets);
  const pattern = headerPattern([first!]);
  return pattern !== null && others.every((header) => matchesPattern(pattern, header, 0));
}

export const tracesElsewhere = (offset: number): Finding =>
  warning('traces-elsewhere', `The first trace header stands at byte ${offset + 1}, which no header says.`, {
    assumed: 'Traces are read from there on.',
    effect: 'If there are traces before it, they are lost.',
  });
