/** Reads the report of Playwright's JSON reporter. */
import { NOTHING, addTallies } from './tally.mjs';

const specsOf = (suite, titles = []) => {
  const path = suite.title === '' ? titles : [...titles, suite.title];
  return [
    ...(suite.specs ?? []).map((spec) => ({ ...spec, path: [...path, spec.title] })),
    ...(suite.suites ?? []).flatMap((inner) => specsOf(inner, path)),
  ];
};

function tallyOfTest(path, test) {
  const name = `${test.projectName}: ${path.join(' › ')}`;
  if (test.status === 'expected') return { ...NOTHING, passed: 1 };
  if (test.status !== 'skipped') return { ...NOTHING, failed: [name] };
  // A test that never began because its run was cut short is reported as skipped, without an annotation.
  const reason = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description;
  return reason === undefined
    ? { ...NOTHING, failed: [`${name} (did not run)`] }
    : { ...NOTHING, skipped: [`${name} (${reason})`] };
}

/** `report` is the parsed JSON. Errors outside any test, such as a configuration that does not load, are failures too. */
export const playwrightTally = (report) =>
  addTallies(
    { ...NOTHING, failed: report.errors.map(({ message }) => `Playwright: ${message.split('\n')[0]}`) },
    ...report.suites
      .flatMap((suite) => specsOf(suite))
      .flatMap(({ path, tests }) => tests.map((test) => tallyOfTest(path, test))),
  );
