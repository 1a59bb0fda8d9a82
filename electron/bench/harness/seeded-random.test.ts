import { expect, it } from 'vitest';
import { createRandom } from './seeded-random.ts';

it('draws the same for the same seed, and something else for another', () => {
  const draw = (seed: number): number[] => {
    const random = createRandom(seed);
    return Array.from({ length: 20 }, () => random(1000));
  };
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

it('reaches every whole number below the limit about equally often', () => {
  const random = createRandom(1);
  const counts = new Array<number>(10).fill(0);
  for (let draw = 0; draw < 10_000; draw += 1) counts[random(10)]! += 1;
  for (const count of counts) expect(count).toBeGreaterThan(850);
});
