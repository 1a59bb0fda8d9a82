/** Values at which counts, lengths and coordinates go wrong. */
import type { Draw } from './draw.ts';

const INTEGERS: readonly number[] = [
  0, 1, 2, 3, 4, 5, 6, 8, 10, 16, 64, 100, 127, 128, 240, 255, 256, 400, 512, 999, 1000, 1001, 3200, 3600, 4000, 10_000,
  0x7fff, 0x8000, 0xffff, 0x1_0000, 1_000_000, 0x7fff_ffff, -0x8000_0000, -1, -2, -4, -100, -1000, -4000, -0x8000,
];
const DOUBLES: readonly number[] = [
  0,
  -0,
  1,
  -1,
  4000,
  1e-300,
  5e-324,
  1e300,
  -1e300,
  Infinity,
  -Infinity,
  NaN,
  2 ** 53,
];

/** The bytes of one word, an extreme one or any. */
export function wordBytes(draw: Draw, width: 2 | 4 | 8, isLittleEndian: boolean): number[] {
  const view = new DataView(new ArrayBuffer(8));
  if (width === 8) view.setFloat64(0, draw.pick(DOUBLES), isLittleEndian);
  else if (width === 4) view.setInt32(0, integer(draw), isLittleEndian);
  else view.setInt16(0, integer(draw), isLittleEndian);
  return [...new Uint8Array(view.buffer, 0, width)];
}

const integer = (draw: Draw): number => (draw.chance(0.75) ? draw.pick(INTEGERS) : draw.below(2 ** 32) - 2 ** 31);

export const extremeInteger = (draw: Draw): number => draw.pick(INTEGERS);
