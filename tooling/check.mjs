/** `npm run check`, and what .ci/run does: lint, format, type-check, a production build, and all tests. Each early step counts as a test. */
import { runSteps } from './check/run-steps.mjs';
import { BUILD, CHECKS, INSTALL } from './check/steps.mjs';
import { runSuites } from './test/run-suites.mjs';

const counted = [...CHECKS, BUILD].map(({ name }) => name);
process.exitCode = await runSteps({ install: INSTALL, checks: CHECKS, build: BUILD, tests: runSuites, counted });
