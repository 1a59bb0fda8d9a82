import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,electron,renderer,tooling}/**/*.test.{ts,tsx}'],
    /** A test that prints has not said whether it expected to. */
    onConsoleLog: (log) => {
      throw new Error(`unexpected console output: ${log}`);
    },
    testTimeout: 20_000,
  },
});
