import { expect, test } from 'vitest';
import { findExactCrossings } from './exact-crossings.ts';
import { lineDesigns } from './line-design.ts';
import { NO_MIS_TIE } from './mis-tie.ts';
import { planSample } from './sample-plan.ts';
import { surveyDesign } from './survey-design.ts';

const design = surveyDesign('small');
const lines = lineDesigns(design);

test('there are 24 lines in ascending order of unique names, not all straight', () => {
  const names = lines.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)].sort());
  expect(names.length).toBe(24);
  expect(new Set(lines.map(({ shape }) => shape))).toEqual(new Set(['straight', 'bent', 'curved']));
});

test('half of them have a mis-tie, at least four a time-variant one, and the references none', () => {
  expect(lines.filter(({ misTie }) => misTie === NO_MIS_TIE).length).toBe(12);
  expect(lines.filter(({ misTie }) => misTie.shiftCurve.length > 0).length).toBeGreaterThanOrEqual(4);
  const references = lines.filter(({ isReference }) => isReference);
  expect(references.map(({ misTie }) => misTie)).toEqual([NO_MIS_TIE, NO_MIS_TIE]);
});

test('shifts stay within 20 ms, and curves stretch a trace by at most 4 %', () => {
  for (const { misTie } of lines) {
    expect(Math.abs(misTie.shiftMs)).toBeLessThanOrEqual(20);
    const { shiftCurve } = misTie;
    for (let i = 1; i < shiftCurve.length; i++) {
      const stretch = (shiftCurve[i]![1] - shiftCurve[i - 1]![1]) / (shiftCurve[i]![0] - shiftCurve[i - 1]![0]);
      expect(Math.abs(stretch)).toBeLessThanOrEqual(0.04);
    }
  }
});

test('every line crosses a reference or is joined to one by others, and five lines at the least', () => {
  const crossings = findExactCrossings(planSample(design).lines);
  const joined = new Set(lines.filter(({ isReference }) => isReference).map(({ name }) => name));
  let before: number;
  do {
    before = joined.size;
    for (const { line1, line2 } of crossings) {
      if (joined.has(line1)) joined.add(line2);
      if (joined.has(line2)) joined.add(line1);
    }
  } while (joined.size > before);
  expect(joined.size).toBe(lines.length);
  for (const { name } of lines) {
    const partners = crossings.filter(({ line1, line2 }) => line1 === name || line2 === name);
    expect(partners.length).toBeGreaterThanOrEqual(5);
  }
});
