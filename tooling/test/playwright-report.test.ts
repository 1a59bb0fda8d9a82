import { expect, test } from 'vitest';
import { playwrightTally } from './playwright-report.mjs';

interface Annotation {
  type: string;
  description?: string;
}

const spec = (title: string, status: string, annotations: Annotation[] = []) => ({
  title,
  tests: [{ projectName: 'browser', status, annotations }],
});
const report = (specs: unknown[], errors: { message: string }[] = []) => ({
  errors,
  suites: [{ title: 'open.spec.ts', specs: [], suites: [{ title: 'Opening', specs, suites: [] }] }],
});

test('tests are counted by status and named by project and path', () => {
  const skip = { type: 'skip', description: 'no runtime' };
  const specs = [spec('a', 'expected'), spec('b', 'unexpected'), spec('c', 'skipped', [skip])];
  expect(playwrightTally(report(specs))).toEqual({
    passed: 1,
    failed: ['browser: open.spec.ts › Opening › b'],
    skipped: ['browser: open.spec.ts › Opening › c (no runtime)'],
  });
});

test('a flaky test has failed', () => {
  expect(playwrightTally(report([spec('a', 'flaky')])).failed).toHaveLength(1);
});

test('a test that never began and one skipped without a reason are failures', () => {
  const specs = [spec('a', 'skipped'), spec('b', 'skipped', [{ type: 'skip' }])];
  expect(playwrightTally(report(specs)).failed).toHaveLength(2);
});

test('an error outside the tests is a failure', () => {
  expect(playwrightTally(report([], [{ message: 'No config\nstack' }])).failed).toEqual(['Playwright: No config']);
});
