/** Reads the report of Vitest's JSON reporter. */
import { relative } from 'node:path';
import { NOTHING, addTallies } from './tally.mjs';

const SKIPPED = new Set(['pending', 'skipped', 'todo', 'disabled']);

function tallyOfFile(root, { name, status, message, assertionResults }) {
  const file = relative(root, name);
  const named = (state) => assertionResults.filter(state).map(({ fullName }) => `${file}: ${fullName}`);
  const failed = named((test) => test.status === 'failed');
  return {
    passed: assertionResults.filter((test) => test.status === 'passed').length,
    // A file that does not load has no tests to fail; it is one failure itself.
    failed: status === 'failed' && failed.length === 0 ? [`${file}: ${message.split('\n')[0]}`] : failed,
    skipped: named((test) => SKIPPED.has(test.status)),
  };
}

/** `report` is the parsed JSON; names are relative to `root`. */
export const vitestTally = (report, root) =>
  addTallies(NOTHING, ...report.testResults.map((file) => tallyOfFile(root, file)));
