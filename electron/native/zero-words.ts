/** Whether a trace carries no signal at all. */
import type { WordLayout } from './native-reader.ts';
import { valueBitsOf, wordBytesOf } from './word-layout.ts';

/** True where `count` words from `position` on are all zero. */
export function areWordsZero(source: DataView, position: number, count: number, layout: WordLayout): boolean {
  const little = layout.byteOrder === 'little';
  const bits = valueBitsOf(layout.format);
  const bytes = wordBytesOf(layout.format);
  const end = position + count * bytes;
  if (bytes === 8) {
    const [high, low] = little ? [4, 0] : [0, 4];
    for (let at = position; at < end; at += 8) {
      const value = (source.getUint32(at + high, little) & bits) | source.getUint32(at + low, little);
      if (value !== 0) return false;
    }
  } else if (bytes === 4) {
    for (let at = position; at < end; at += 4) if ((source.getUint32(at, little) & bits) !== 0) return false;
  } else {
    // Narrower words are integers, which are zero when each of their bytes is.
    for (let at = position; at < end; at += 1) if (source.getUint8(at) !== 0) return false;
  }
  return true;
}
