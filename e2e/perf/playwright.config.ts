/** Measures the page: `npx playwright test -c e2e/perf`. A configuration of its own, so that `npm test` never runs it. */
import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from '../fixtures/browser.ts';
import type { HostOptions } from '../fixtures/test.ts';

const browser = await findBrowser();

export default defineConfig<HostOptions>({
  testDir: '.',
  testMatch: '*.bench.ts',
  outputDir: '../../test-results/perf',
  globalSetup: '../fixtures/global-setup.ts',
  workers: 1,
  retries: 0,
  timeout: 600_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    host: 'browser',
    viewport: { width: 1366, height: 768 },
    colorScheme: 'dark',
    launchOptions: { executablePath: browser.executablePath, args: [...BROWSER_ARGS] },
  },
});
