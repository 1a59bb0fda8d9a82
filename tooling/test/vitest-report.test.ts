import { expect, test } from 'vitest';
import { vitestTally } from './vitest-report.mjs';

const file = (name: string, assertionResults: { status: string; fullName: string }[], message = '') => ({
  name: `/checkout/${name}`,
  status: message !== '' || assertionResults.some(({ status }) => status === 'failed') ? 'failed' : 'passed',
  message,
  assertionResults,
});

test('tests are counted by status and named by file', () => {
  const report = {
    testResults: [
      file('a.test.ts', [
        { status: 'passed', fullName: 'adds' },
        { status: 'failed', fullName: 'subtracts' },
      ]),
      file('b.test.ts', [
        { status: 'skipped', fullName: 'needs segyio' },
        { status: 'todo', fullName: 'later' },
      ]),
    ],
  };
  expect(vitestTally(report, '/checkout')).toEqual({
    passed: 1,
    failed: ['a.test.ts: subtracts'],
    skipped: ['b.test.ts: needs segyio', 'b.test.ts: later'],
  });
});

test('a file that does not load is one failure', () => {
  const report = { testResults: [file('c.test.ts', [], 'Cannot find module\n  at …')] };
  expect(vitestTally(report, '/checkout').failed).toEqual(['c.test.ts: Cannot find module']);
});
