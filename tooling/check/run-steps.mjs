/** Runs steps and then the tests, and always ends with the summary line. */
import { NOTHING, addTallies, stepTally, tallyText } from '../test/tally.mjs';

/** What `action` resolves with; `otherwise(error)` where it threw, after its message was printed. */
async function attempt(name, action, otherwise) {
  console.log(`\n── ${name}`);
  try {
    return await action();
  } catch (error) {
    console.error(error.message);
    return otherwise(error);
  }
}

/**
 * Runs `install`, then `checks`, `build` and `tests`. Without an install nothing else can run, and without a build no test
 * means anything; a check that fails does not hide the results of what follows. Steps named in `counted` count
 * as tests, and so does whatever fails. Resolves with the exit code.
 */
export async function runSteps({ install, checks, build, tests, counted }) {
  let tally = NOTHING;
  const step = async ({ name, run }) => {
    const succeeded = await attempt(name, run, () => false);
    if (!succeeded || counted.includes(name)) tally = addTallies(tally, stepTally(name, succeeded));
    return succeeded;
  };
  if (await step(install)) {
    for (const check of checks) await step(check);
    if (await step(build)) {
      tally = addTallies(tally, await attempt('tests', tests, ({ message }) => stepTally(`tests: ${message}`, false)));
    }
  }
  console.log(tallyText(tally));
  return tally.failed.length === 0 ? 0 : 1;
}
