import { expect, test } from 'vitest';
import { NO_CORRECTION } from '../../../shared/ties/correction.ts';
import { lineIndex } from '../../../shared/units.ts';
import { correctionsOf } from './corrections-of.ts';

test('finds both lines by survey and number, in either order, and leaves others as they are', () => {
  const profiles = ['a', 'b', 'b'].map((surveyId, at) => ({ surveyId, line: lineIndex(at === 2 ? 1 : 0), name: '' }));
  const lines = [1, 2, 3].map((shiftMs) => ({ ...NO_CORRECTION, shiftMs }));
  const open = { profiles, ties: { lines } } as unknown as Parameters<typeof correctionsOf>[0];
  const line = (surveyId: string, at: number) => ({ surveyId, line: lineIndex(at) });
  const shifts = (line1: ReturnType<typeof line>, line2: ReturnType<typeof line>): number[] =>
    correctionsOf(open, { line1, line2 }).map(({ shiftMs }) => shiftMs);
  expect(shifts(line('b', 1), line('a', 0))).toEqual([3, 1]);
  expect(shifts(line('b', 0), line('c', 0))).toEqual([2, 0]);
});
