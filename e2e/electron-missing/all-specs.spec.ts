import { test } from '@playwright/test';
import { findElectron } from '../fixtures/electron-runtime.ts';

const state = findElectron();

test('every spec once more in the Electron window', () => {
  test.skip('missing' in state, `Electron was not tested: ${'missing' in state ? state.missing : ''}`);
});
