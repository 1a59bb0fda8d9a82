import { expect, it } from 'vitest';
import { progressText } from './progress-text.ts';

it('tells how much is done, how fast, and how long the rest takes', () => {
  const bytes = { unit: 'bytes', done: 312e6, total: 1.6e9 } as const;
  expect(progressText({ ...bytes, ratePerSecond: 420e6 })).toBe('312 MB of 1.6 GB, 420 MB/s, 3 s left');
  expect(progressText({ ...bytes, ratePerSecond: 10e6 })).toBe('312 MB of 1.6 GB, 10.0 MB/s, 2 min left');
  expect(progressText({ ...bytes, ratePerSecond: null })).toBe('312 MB of 1.6 GB');
  expect(progressText({ ...bytes, done: 1.6e9, ratePerSecond: 1 })).toBe('1.6 GB of 1.6 GB');
  expect(progressText({ unit: 'traces', done: 0, total: 0, ratePerSecond: null })).toBe('');
  expect(progressText({ unit: 'files', done: 1, total: 1, ratePerSecond: null })).toBe('1 of 1 file');
});
