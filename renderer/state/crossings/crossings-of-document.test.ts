import { expect, test } from 'vitest';
import { exampleDocument } from '../../../shared/exchange/test-document.ts';
import { lineIndex } from '../../../shared/units.ts';
import { crossingAt } from './crossing-at.ts';
import { crossingRows } from './crossing-rows.ts';
import { crossingsOfDocument } from './crossings-of-document.ts';

const DOCUMENT = exampleDocument();

test('shows a document as what was found, by its own ids where a line is not open', () => {
  const found = crossingsOfDocument(DOCUMENT, []);
  expect(found.crossings.x).toHaveLength(DOCUMENT.intersections.length);
  expect(found.overlaps).toHaveLength(DOCUMENT.overlaps.length);
  const golden = DOCUMENT.intersections[0]!;
  const { profile1, x, y, t11, t22 } = crossingAt(found, 0);
  expect({ name: profile1.name, x, y, t11, t22 }).toEqual({
    name: golden.profile1,
    x: golden.x,
    y: golden.y,
    t11: golden.t11,
    t22: golden.t22,
  });
  expect(found.notes).toEqual(['3 of 3 lines of the document are not open, so their sections cannot be shown.']);
  const [row] = crossingRows(found, (id) => id);
  expect(row).toMatchObject({ cdp1: null, kind: 'Crossing' });
  expect(row!.angle).toBeGreaterThan(50);
});

test('knows the lines that are open', () => {
  const document = { survey: 'a survey', profile: 'p2' };
  const found = crossingsOfDocument(DOCUMENT, [{ surveyId: 's7', line: lineIndex(2), name: 'CL-2', document }]);
  expect(found.profiles[1]).toEqual({ surveyId: 's7', line: 2, name: 'CL-2' });
  expect(found.notes[0]).toMatch(/^2 of 3 lines/);
});
