import { expect, test } from 'vitest';
import type { TiePlace } from '../../../shared/tie-calls.ts';
import { lineIndex } from '../../../shared/units.ts';
import * as choices from './tie-choices.ts';

const line = (surveyId: string) => ({ surveyId, line: lineIndex(0) });
const PLACE: TiePlace = { line1: line('a'), line2: line('b'), t11: 3, t21: 7 };

test('a second toggle takes the first one back, and each can be undone and redone', () => {
  const rejected = choices.toggleRejected(PLACE)(choices.NO_HISTORY);
  expect(choices.isRejected(rejected.choices, { ...PLACE })).toBe(true);
  expect(choices.isRejected(rejected.choices, { ...PLACE, t21: 8 })).toBe(false);
  const fixed = choices.toggleReference(line('b'))(rejected);
  expect(choices.isReference(fixed.choices, line('b'))).toBe(true);
  const accepted = choices.toggleRejected({ ...PLACE })(fixed);
  expect(accepted.choices).toEqual({ references: [line('b')], rejected: [] });

  const back = choices.undo(choices.undo(choices.undo(accepted)));
  expect(back.choices).toEqual(choices.NO_CHOICES);
  expect(choices.undo(back)).toBe(back);
  expect(choices.redo(back).choices).toEqual(rejected.choices);
  const again = choices.redo(choices.redo(choices.redo(back)));
  expect(again.choices).toEqual(accepted.choices);
  expect(choices.redo(again)).toBe(again);
});

test('what was undone is gone once something else is chosen', () => {
  const undone = choices.undo(choices.toggleRejected(PLACE)(choices.NO_HISTORY));
  expect(choices.toggleReference(line('a'))(undone).future).toEqual([]);
});

test('holds of a survey that came back under another id, in what can be undone, too', () => {
  const history = choices.toggleReference(line('a'))(choices.toggleRejected(PLACE)(choices.NO_HISTORY));
  const renamed = choices.renameLines('a', 'z')(history);
  expect(choices.isReference(renamed.choices, line('z'))).toBe(true);
  expect(choices.isRejected(choices.undo(renamed).choices, { ...PLACE, line1: line('z') })).toBe(true);
});
