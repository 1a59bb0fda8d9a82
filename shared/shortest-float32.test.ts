import { expect, it } from 'vitest';
import { createRandom } from '../electron/bench/harness/seeded-random.ts';
import { shortestFloat32 } from './shortest-float32.ts';

it('reads back as the same float32, for random words', () => {
  const random = createRandom(1);
  const word = new Uint32Array(1);
  const value = new Float32Array(word.buffer);
  for (let count = 0; count < 20_000; count += 1) {
    word[0] = random(2 ** 32);
    const text = shortestFloat32(value[0]!);
    expect(Math.fround(Number(text)), text).toBe(value[0]);
  }
});

it.each([
  [Math.fround(0.1), '0.1'],
  [Math.fround(1.2345678), '1.2345678'],
  [3, '3'],
  [-0.5, '-0.5'],
  [NaN, 'NaN'],
  [-Infinity, '-Infinity'],
])('writes %d without digits that a float32 does not have', (value, text) => {
  expect(shortestFloat32(value)).toBe(text);
});
