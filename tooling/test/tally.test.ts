import { expect, test } from 'vitest';
import { NOTHING, addTallies, checkedTally, stepTally, summaryLine, tallyText } from './tally.mjs';

test('the last line counts all runners together, and names come before it', () => {
  const tally = addTallies(
    { passed: 3, failed: ['a breaks'], skipped: ['b (no display)'] },
    { passed: 4, failed: [], skipped: [] },
    stepTally('lint', true),
    stepTally('type-check', false),
  );
  expect(summaryLine(tally)).toBe('8 passed, 2 failed, 1 skipped');
  expect(tallyText(tally).split('\n')).toEqual([
    '',
    'SKIPPED  b (no display)',
    'FAILED   a breaks',
    'FAILED   type-check',
    '8 passed, 2 failed, 1 skipped',
  ]);
});

test('a whole report stays as it is', () => {
  const tally = { passed: 2, failed: [], skipped: [] };
  expect(checkedTally('Vitest', tally, 0)).toEqual(tally);
  const failing = { passed: 1, failed: ['a'], skipped: [] };
  expect(checkedTally('Vitest', failing, 1)).toEqual(failing);
});

test('no report, no test, and an error beside passing tests each are a failure', () => {
  expect(checkedTally('Vitest', null, 137).failed).toEqual(['Vitest: ended with exit code 137 and left no report']);
  const onlySkipped = { ...NOTHING, skipped: ['a'] };
  expect(checkedTally('Playwright', onlySkipped, 0).failed).toEqual(['Playwright: ran no test']);
  expect(checkedTally('Vitest', { passed: 2, failed: [], skipped: [] }, 1)).toMatchObject({
    passed: 2,
    failed: ['Vitest: ended with exit code 1 although no test failed'],
  });
});
