import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from './fixtures/browser.ts';
import { findElectron } from './fixtures/electron-runtime.ts';
import type { HostOptions } from './fixtures/test.ts';

const browser = await findBrowser();
const electron = findElectron();

export default defineConfig<HostOptions>({
  testDir: 'specs',
  outputDir: '../test-results/playwright',
  globalSetup: './fixtures/global-setup.ts',
  /** The engine and a browser that draws in software already fill two cores. */
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    viewport: { width: 1366, height: 768 },
    colorScheme: 'dark',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: browser.executablePath, args: [...BROWSER_ARGS] },
  },
  projects: [
    { name: 'browser', use: { host: 'browser' } },
    'missing' in electron
      ? { name: 'electron', testDir: 'electron-missing', use: { host: 'electron' } }
      : { name: 'electron', use: { host: 'electron' } },
  ],
});
