import { expect, test } from 'vitest';
import { isInstallCurrent } from './installed-packages.mjs';

const lock = {
  packages: {
    '': { name: 'crossline' },
    'node_modules/three': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/only-windows': { version: '2.0.0', integrity: 'sha512-b', optional: true },
  },
};
const installed = (version: string, integrity: string) => ({
  packages: { 'node_modules/three': { version, integrity } },
});

test('a fresh clone is not installed', () => {
  expect(isInstallCurrent(lock, null)).toBe(false);
});

test('the same packages are current, also without those for another platform', () => {
  expect(isInstallCurrent(lock, installed('1.0.0', 'sha512-a'))).toBe(true);
});

test('another version, another content and a missing package are stale', () => {
  expect(isInstallCurrent(lock, installed('1.0.1', 'sha512-a'))).toBe(false);
  expect(isInstallCurrent(lock, installed('1.0.0', 'sha512-c'))).toBe(false);
  expect(isInstallCurrent(lock, { packages: {} })).toBe(false);
});
