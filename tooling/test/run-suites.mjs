/** Runs Vitest and then Playwright, and adds up what their reports say. One after the other: two cores are soon busy. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../paths.mjs';
import { runNode } from '../run.mjs';
import { playwrightTally } from './playwright-report.mjs';
import { addTallies, checkedTally } from './tally.mjs';
import { vitestTally } from './vitest-report.mjs';

const RESULTS = join(ROOT, 'test-results');
const VITEST_REPORT = join(RESULTS, 'vitest.json');
// Beside and not inside the folder that Playwright empties when it starts.
const PLAYWRIGHT_REPORT = join(RESULTS, 'playwright.json');

const SUITES = [
  {
    name: 'Vitest',
    report: VITEST_REPORT,
    args: [
      join('node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${VITEST_REPORT}`,
    ],
    tallyOf: (report) => vitestTally(report, ROOT),
  },
  {
    name: 'Playwright',
    report: PLAYWRIGHT_REPORT,
    args: [join('node_modules', '@playwright', 'test', 'cli.js'), 'test', '--config=e2e', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: PLAYWRIGHT_REPORT },
    tallyOf: playwrightTally,
  },
];

async function runSuite({ name, report, args, env, tallyOf }) {
  rmSync(report, { force: true });
  const { status } = await runNode(args, { cwd: ROOT, env: { ...process.env, ...env } });
  const tally = existsSync(report) ? tallyOf(JSON.parse(readFileSync(report, 'utf8'))) : null;
  return checkedTally(name, tally, status);
}

/** Resolves with the tally of all suites; needs the bundles and the page to be built. */
export async function runSuites() {
  mkdirSync(RESULTS, { recursive: true });
  const tallies = [];
  for (const suite of SUITES) tallies.push(await runSuite(suite));
  return addTallies(...tallies);
}
