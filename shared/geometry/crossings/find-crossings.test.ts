import { describe, expect, it } from 'vitest';
import { findCrossings } from './find-crossings.ts';
import { createRandom, drawLines, LINE_KINDS } from './test-lines.ts';

/** A check by hand draws more of them (README.md). */
const DRAWS_PER_KIND = Number(process.env['CROSSLINE_DRAWS'] ?? 200);

describe.each(Object.keys(LINE_KINDS))('the three algorithms on %s', (kind) => {
  it.each([false, true])('agree to the last bit (self-crossings: %s)', (selfCrossings) => {
    for (let seed = 0; seed < DRAWS_PER_KIND; seed += 1) {
      const lines = drawLines(kind, createRandom(seed));
      const find = (algorithm: 'brute-force' | 'binary-search' | 'bentley-ottmann') => {
        const { crossings, overlaps } = findCrossings(lines, { algorithm, selfCrossings });
        return { seed, crossings, overlaps };
      };
      const expected = find('brute-force');
      expect(find('binary-search')).toEqual(expected);
      expect(find('bentley-ottmann')).toEqual(expected);
    }
  });
});
