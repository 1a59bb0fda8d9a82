/** How many traces a gap has swallowed. */
import type { ByteOrder } from '../../../../shared/survey.ts';
import type { TraceGap } from './recover-traces.ts';

export interface LostTraces {
  readonly count: number;
  /** By numbers in the headers, not by the room that the gap has. */
  readonly isCounted: boolean;
}

/** Trace sequence numbers within the file and within the line, which go on by one from trace to trace. */
const SEQUENCE_BYTES = [5, 1];

export function lostTraces(gap: TraceGap, strideBytes: number, byteOrder: ByteOrder): LostTraces {
  for (const byte of SEQUENCE_BYTES) {
    const count = skippedNumbers(gap, byte, byteOrder);
    if (count !== null) return { count, isCounted: true };
  }
  return { count: Math.round(gap.bytes / strideBytes), isCounted: false };
}

/** Null where the words do not count: the same or a lower number, or one that was never set. */
function skippedNumbers({ headerBefore, headerBehind }: TraceGap, byte: number, byteOrder: ByteOrder): number | null {
  if (headerBefore === null) return null;
  const numberIn = (header: Uint8Array): number =>
    new DataView(header.buffer, header.byteOffset).getInt32(byte - 1, byteOrder === 'little');
  const [before, behind] = [numberIn(headerBefore), numberIn(headerBehind)];
  return before > 0 && behind > before ? behind - before - 1 : null;
}
