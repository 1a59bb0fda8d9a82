import { expect, test } from 'vitest';
import type { SurveyInfo } from '../../../shared/survey.ts';
import { traceIndex } from '../../../shared/units.ts';
import { addSurvey, failSurvey } from '../session-changes.ts';
import { createSessionStore } from '../session-store.ts';
import { foundCrossings } from '../testing/found-crossings.ts';
import { TWO_LINES } from '../testing/survey-infos.ts';
import { splitAt, type SplitArrangement } from './split.ts';

const AS_FOUND: SplitArrangement = { isSwapped: false, isFirstFlipped: false, isSecondFlipped: false, reach: null };
const FOUND = foundCrossings([[0, 1, 5, 7]]);
const REF = { kind: 'crossing', index: 0 } as const;

const lineOf = (id: string, length: number | null, domain: 'time' | 'depth' = 'time'): SurveyInfo => ({
  ...TWO_LINES,
  id,
  path: `/data/${id}.sgy`,
  samples: { ...TWO_LINES.samples, domain },
  lines: {
    ...TWO_LINES.lines!,
    lines: [{ ...TWO_LINES.lines!.lines[0]!, name: id, traceCount: 101, firstTrace: traceIndex(0), length }],
  },
});

function sessionOf(...infos: readonly SurveyInfo[]) {
  const store = createSessionStore();
  for (const info of infos) store.setState(addSurvey(info.path!, info));
  return store.getState();
}

const SESSION = sessionOf(lineOf('a', 1000), lineOf('b', null));

const partsOf = (arrangement: Partial<SplitArrangement>) => {
  const { left, right } = splitAt(FOUND, REF, SESSION, { ...AS_FOUND, ...arrangement })!;
  return [left, right].map(({ info, first, count, direction }) => `${info.id} ${first}+${count} ${direction}`);
};

test('shows line 1 up to the crossing and line 2 from it on, with the traces that bound it', () => {
  expect(partsOf({})).toEqual(['a 0+7 1', 'b 7+94 1']);
  expect(splitAt(FOUND, REF, SESSION, AS_FOUND)).toMatchObject({
    left: { at: 5.5, bounds: [5, 6], spacing: 10 },
    right: { at: 7.5, bounds: [7, 8], spacing: null },
    hasTwoDomains: false,
  });
});

test('turns each line round, swaps them and shows no more traces than asked for', () => {
  expect(partsOf({ isFirstFlipped: true })).toEqual(['a 5+96 -1', 'b 7+94 1']);
  expect(partsOf({ isSecondFlipped: true })).toEqual(['a 0+7 1', 'b 0+9 -1']);
  expect(partsOf({ isSwapped: true })).toEqual(['b 0+9 1', 'a 5+96 1']);
  expect(partsOf({ reach: 4 })).toEqual(['a 2+5 1', 'b 7+5 1']);
});

test('says where time meets depth, and shows nothing of a survey that cannot be read', () => {
  const mixed = sessionOf(lineOf('a', 1000), lineOf('b', 1000, 'depth'));
  expect(splitAt(FOUND, REF, mixed, AS_FOUND)?.hasTwoDomains).toBe(true);
  const failed = { ...SESSION, ...failSurvey('b', { code: 'engine-lost' })(SESSION) };
  expect(splitAt(FOUND, REF, failed, AS_FOUND)).toBeNull();
  expect(splitAt(FOUND, REF, sessionOf(lineOf('a', 1000)), AS_FOUND)).toBeNull();
});
