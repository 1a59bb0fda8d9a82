/** What trace headers say of the samples behind them, whichever byte order they are in. */
import type { ByteOrder } from '../../../../shared/survey.ts';
import { FORMATS_BY_WIDTH } from '../hypotheses/judge-format.ts';
import { TRACE_WORDS } from '../trace-header.ts';

/** Two-byte words that hold small numbers in any file: id, fold, scalars, units, count, interval. */
const SMALL_WORDS = [29, 31, 33, 35, 69, 71, 89, 115, 117].map((byte) => byte - 1);

/** The order in which the small words of trace headers are small; null where none is set. */
export function guessByteOrder(headers: readonly Uint8Array[]): ByteOrder | null {
  let bigVotes = 0;
  for (const header of headers) {
    const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
    for (const at of SMALL_WORDS) {
      const big = Math.abs(view.getInt16(at, false));
      const little = Math.abs(view.getInt16(at, true));
      bigVotes += Math.sign(little - big);
    }
  }
  if (bigVotes === 0) return null;
  return bigVotes > 0 ? 'big' : 'little';
}

/** How many bytes each of `count` samples would have; null where no format has that many. */
export function bytesPerSampleOf(sampleBytes: number, count: number): number | null {
  const bytes = sampleBytes / count;
  return bytes in FORMATS_BY_WIDTH ? bytes : null;
}

/** Bytes 115-116. */
export const statedCount = (header: Uint8Array, byteOrder: ByteOrder): number =>
  new DataView(header.buffer, header.byteOffset).getUint16(TRACE_WORDS.sampleCount.byte - 1, byteOrder === 'little');
