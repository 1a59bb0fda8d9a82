import { expect, test } from 'vitest';
import { formatLabel, indexOfLabel, labelOfIndex } from './position-labels.ts';
import { lineIndex } from '../../shared/units.ts';
import { CUBE, LINE } from './testing/survey-infos.ts';

const FIRST = lineIndex(0);

test('labels are line numbers, times and trace numbers', () => {
  expect(labelOfIndex(CUBE, 'inline', 3)).toBe(106);
  expect(labelOfIndex(CUBE, 'sample', 2)).toBe(108);
  expect(labelOfIndex(LINE, 'traces', 0)).toBe(1);
});

test('typed labels go to the nearest index that the survey has', () => {
  expect(indexOfLabel(CUBE, 'inline', FIRST, 106)).toBe(3);
  expect(indexOfLabel(CUBE, 'inline', FIRST, 106.9)).toBe(3);
  expect(indexOfLabel(CUBE, 'sample', FIRST, 109.9)).toBe(2);
  expect(indexOfLabel(CUBE, 'crossline', FIRST, 1e9)).toBe(19);
  expect(indexOfLabel(LINE, 'traces', FIRST, 40)).toBe(39);
});

test('labels of a single line are understood', () => {
  const single = { ...CUBE, inline: { first: 7, last: 7, step: 1, count: 1 } };
  expect(indexOfLabel(single, 'inline', FIRST, 9)).toBe(0);
});

test('numbers carry no digits that say nothing', () => {
  expect(formatLabel(1200)).toBe('1200');
  expect(formatLabel(0.1 + 0.2)).toBe('0.3');
});
