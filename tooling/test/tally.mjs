/** Counts of tests, and the one line that ends every run. */

/** @typedef {{passed: number, failed: string[], skipped: string[]}} Tally  Failed and skipped tests by name, skipped ones with their reason. */

/** @type {Tally} */
export const NOTHING = { passed: 0, failed: [], skipped: [] };

/** @type {(...tallies: Tally[]) => Tally} */
export const addTallies = (...tallies) => ({
  passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
  failed: tallies.flatMap(({ failed }) => failed),
  skipped: tallies.flatMap(({ skipped }) => skipped),
});

/** A step that is no test, such as lint, counted as one. */
export const stepTally = (name, succeeded) => ({
  ...NOTHING,
  passed: succeeded ? 1 : 0,
  failed: succeeded ? [] : [name],
});

/**
 * A runner's counts, with one failure more where they cannot be the whole story: it left no report (`tally` null), ran nothing,
 * or ended with an error although no test failed.
 *
 * @type {(runner: string, tally: Tally | null, status: number) => Tally}
 */
export function checkedTally(runner, tally, status) {
  const broken = (why) => addTallies(tally ?? NOTHING, { ...NOTHING, failed: [`${runner}: ${why}`] });
  if (tally === null) return broken(`ended with exit code ${status} and left no report`);
  if (tally.passed + tally.failed.length === 0) return broken('ran no test');
  if (status !== 0 && tally.failed.length === 0)
    return broken(`ended with exit code ${status} although no test failed`);
  return tally;
}

/** The last line of a run. */
export const summaryLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed.length} failed, ${skipped.length} skipped`;

/** What was skipped and what failed, by name, and the summary line. */
export const tallyText = (tally) =>
  [
    '',
    ...tally.skipped.map((name) => `SKIPPED  ${name}`),
    ...tally.failed.map((name) => `FAILED   ${name}`),
    summaryLine(tally),
  ].join('\n');
