import { expect, it } from 'vitest';
import { exactWordText } from './exact-word.ts';
import type { DecodableFormat } from './native-reader.ts';

it.each<[format: DecodableFormat, hex: string, text: string]>([
  [1, 'c276a000', '-118.625'],
  [1, '7fffffff', '7.2370051459731155e+75'],
  [1, '00000001', '5.147557589468029e-85'],
  [1, '40000000', '0'],
  [2, '075bcd15', '123456789'],
  [2, '80000000', '-2147483648'],
  [3, 'ffff', '-1'],
  [4, '00020003', '0.75'],
  [4, '00ff8000', '-5.659799424266695e-73'],
  [5, '3dcccccd', '0.10000000149011612'],
  [6, '3fb999999999999a', '0.1'],
  [6, '7ff8000000000000', 'NaN'],
  [6, 'fff0000000000000', '-Infinity'],
  [6, '0000000000000001', '5e-324'],
  [7, '800000', '-8388608'],
  [8, 'ff', '-1'],
  [9, '0020000000000001', '9007199254740993'],
  [9, '8000000000000000', '-9223372036854775808'],
  [10, 'ffffffff', '4294967295'],
  [11, 'ffff', '65535'],
  [12, 'ffffffffffffffff', '18446744073709551615'],
  [15, 'ffffff', '16777215'],
  [16, 'ff', '255'],
])('a word of format %i, %s, is %s', (format, hex, text) => {
  const bytes = hex.match(/../g)!.map((byte) => Number.parseInt(byte, 16));
  const view = (stored: number[]): DataView => new DataView(Uint8Array.from([0, ...stored]).buffer);
  expect(exactWordText(view(bytes), 1, { format, byteOrder: 'big' })).toBe(text);
  expect(exactWordText(view(bytes.toReversed()), 1, { format, byteOrder: 'little' })).toBe(text);
});
