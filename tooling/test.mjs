/** `npm test`: installs, builds, and runs all tests. The last line counts them all together. */
import { runSteps } from './check/run-steps.mjs';
import { BUILD, INSTALL } from './check/steps.mjs';
import { runSuites } from './test/run-suites.mjs';

process.exitCode = await runSteps({ install: INSTALL, checks: [], build: BUILD, tests: runSuites, counted: [] });
