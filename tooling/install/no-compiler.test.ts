import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ROOT } from '../paths.mjs';

/** What npm runs at the end of an installation, in a copy of what it needs. */
const NATIVE = join('electron', 'native');

describe.skipIf(process.platform === 'win32')('installing without a compiler (Windows’ is not chosen by CXX)', () => {
  let checkout: string;
  beforeEach(() => {
    checkout = mkdtempSync(join(tmpdir(), 'crossline-install-'));
    for (const part of ['install.mjs', 'install', 'binding.gyp', 'src']) {
      cpSync(join(ROOT, NATIVE, part), join(checkout, NATIVE, part), { recursive: true });
    }
    cpSync(join(ROOT, 'tooling'), join(checkout, 'tooling'), { recursive: true });
    cpSync(join(ROOT, 'package.json'), join(checkout, 'package.json'));
    symlinkSync(join(ROOT, 'node_modules'), join(checkout, 'node_modules'));
  });
  afterEach(() => rmSync(checkout, { recursive: true, force: true }));

  test('succeeds, says in one line what is missing, and leaves no addon behind', () => {
    const { status, stdout } = spawnSync(process.execPath, [join(checkout, NATIVE, 'install.mjs')], {
      cwd: checkout,
      env: { ...process.env, CC: 'false', CXX: 'false' },
      encoding: 'utf8',
      timeout: 60_000,
    });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^crossline: no native addon \(.*\); the slower TypeScript reader will be used\.\n$/);
    expect(existsSync(join(checkout, NATIVE, 'build', 'Release', 'crossline_native.node'))).toBe(false);
  }, 60_000);
});
