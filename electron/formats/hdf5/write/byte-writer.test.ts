/** Nothing is lost where the memory grows, whatever is being written there. */
import { expect, it } from 'vitest';
import { ByteWriter } from './byte-writer.ts';

it('keeps single bytes, numbers and runs across every growth of its memory', () => {
  const writer = new ByteWriter();
  const expected: number[] = [];
  for (let i = 0; expected.length < 5000; i += 1) {
    const byte = (i % 255) + 1;
    writer.u8(byte);
    expected.push(byte);
  }
  expect([...writer.bytes()]).toEqual(expected);
  for (const shift of [1, 3, 7]) {
    const mixed = new ByteWriter()
      .raw(new Uint8Array(512 - shift))
      .u8(9)
      .u16(0x0807)
      .u32(0x06050403)
      .u64(0x0201);
    expect([...mixed.bytes().subarray(512 - shift)]).toEqual([9, 7, 8, 3, 4, 5, 6, 1, 2, 0, 0, 0, 0, 0, 0]);
  }
});
