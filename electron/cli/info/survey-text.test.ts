import { expect, it } from 'vitest';
import { EXAMPLE_CUBE, EXAMPLE_TRACES } from '../fixtures/example-survey.ts';
import { surveyText } from './survey-text.ts';

it('lists a cube as aligned facts, corners and findings', () => {
  expect(surveyText(EXAMPLE_CUBE)).toBe(`\
File        /surveys/example.sgy
Size        5.14 kB
Kind        cube
Format      SEG-Y rev 1, 4-byte IBM floating-point (1), big-endian
Traces      5, 1 missing, 0 dead
Samples     4, 100 to 112 ms, every 4 ms (time)
Inlines     10 to 14, step 2, 3 lines
Crosslines  100 to 101, step 1, 2 lines
Corners     1000.00  2000.00
            1012.50  2000.00
            1012.50  2050.00
            1000.00  2050.00
Findings    info: One grid position has no trace. [missing-traces]
`);
});

it('writes no digits that are rounding, and one line as one', () => {
  const text = surveyText({
    ...EXAMPLE_CUBE,
    inline: { first: 10, last: 10, step: 1, count: 1 },
    samples: { ...EXAMPLE_CUBE.samples, firstSampleMs: 1069845420, sampleIntervalUs: 32762, count: 4 },
  });
  expect(text).toContain('1069845420 to 1069845518.286 ms, every 32.762 ms');
  expect(text).toContain('10 to 10, 1 line\n');
});

it('leaves out lines and corners where there is no grid, and says what is unknown', () => {
  const text = surveyText(EXAMPLE_TRACES);
  expect(text).not.toMatch(/Inlines|Crosslines|Corners/);
  expect(text).toContain('5, 0 dead');
});
