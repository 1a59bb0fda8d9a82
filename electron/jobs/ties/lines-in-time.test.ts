import { expect, it } from 'vitest';
import type { Domain } from '../../../shared/axes.ts';
import type { LineTraces } from './crossing-traces.ts';
import { linesInTime } from './lines-in-time.ts';

const tracesIn = (domain: Domain): LineTraces => ({
  samples: { sampleIntervalUs: 4000, firstSampleMs: 0, count: 10, domain },
  traces: new Map(),
});

it('leaves lines in depth out, takes those that do not say to be in time, and says so', () => {
  const lines = ['A', 'B', 'C', 'D'].map((name) => ({ name }));
  const { isIn, notes } = linesInTime(lines, [tracesIn('time'), tracesIn('depth'), tracesIn('unknown'), null]);
  expect(isIn).toEqual([true, false, true, false]);
  expect(notes).toEqual([
    'Left out B: it is in depth, and times and depths are never compared.',
    expect.stringMatching(/^Taken to be in time, which the file does not say: C\. /),
  ]);
});
