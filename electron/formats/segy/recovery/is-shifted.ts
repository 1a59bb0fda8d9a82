/** Tells a header from one that begins a few bytes before or behind, which looks much like it. */
import type { OpenFile } from '../../../native/native-reader.ts';
import { TRACE_HEADER_BYTES } from '../trace-header.ts';
import { commonWords, matchesPattern, type HeaderPattern } from './header-pattern.ts';

/**
 * Whether what stands beside `offset` has more words in common with a known header than what stands there.
 * @param example a header of the file
 */
export async function isShifted(
  file: OpenFile,
  offset: number,
  pattern: HeaderPattern,
  example: Uint8Array,
): Promise<boolean> {
  const from = Math.max(0, offset - TRACE_HEADER_BYTES);
  const bytes = new Uint8Array(Math.min(offset + 2 * TRACE_HEADER_BYTES, file.bytes) - from);
  await file.readBytes(from, bytes, null);
  const common = commonWords(example, bytes, offset - from);
  for (let at = 0; at + TRACE_HEADER_BYTES <= bytes.length; at += 1) {
    if (matchesPattern(pattern, bytes, at) && commonWords(example, bytes, at) > common) return true;
  }
  return false;
}
