/** What of a file's samples Float32 cannot give back: single words, or where they are many, all samples as they were. */
import { sampleOffset, storedSamples, type TraceLayout } from '../../segy/trace-layout.ts';
import { wordBytesOf } from '../../../native/word-layout.ts';
import type { OpenFile } from '../../../native/native-reader.ts';
import { FileWindow } from './file-window.ts';
import { unlikeWordFinder } from './unlike-words.ts';

/** A word kept apart takes three times what it takes among all samples, and a look-up. */
const MOST_KEPT_SHARE = 0.01;
/** Never more, whatever the survey's size: 100 MB of offsets and words. */
const MOST_KEPT_WORDS = 6_000_000;

export interface OriginalWords {
  /** Of each word, from the start of the SEG-Y file, ascending. */
  readonly offsets: Float64Array;
  /** The words, one after another. */
  readonly bytes: Uint8Array;
}

/**
 * @returns null where they are so many that all samples should be kept
 * @throws CrosslineError cancelled, file-changed, io-failed
 */
export async function findOriginalWords(
  file: OpenFile,
  layout: TraceLayout,
  signal: AbortSignal | null,
): Promise<OriginalWords | null> {
  const wordBytes = wordBytesOf(layout.format);
  const find = unlikeWordFinder(layout);
  const total = layout.traceCount * layout.sampleCount;
  const most = Math.min(MOST_KEPT_WORDS, Math.floor(total * MOST_KEPT_SHARE)) + 1;
  const offsets: number[] = [];
  const bytes: number[] = [];
  const window = new FileWindow(file, signal);
  for (let trace = 0; trace < layout.traceCount; trace += 1) {
    const start = sampleOffset(layout, trace, 0);
    const words = await window.read(start, storedSamples(layout, trace) * wordBytes);
    const found: number[] = [];
    find(words, found, most - offsets.length);
    for (const index of found) {
      offsets.push(start + index * wordBytes);
      for (let k = 0; k < wordBytes; k += 1) bytes.push(words[index * wordBytes + k]!);
    }
    if (offsets.length >= most) return null;
  }
  return { offsets: Float64Array.from(offsets), bytes: Uint8Array.from(bytes) };
}
