import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findPython, missingPeerText } from './peer-python.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'crossline-python-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** A program that stands in for a Python and can import or cannot. */
function writePython(name: string, canImport: boolean): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\nexit ${canImport ? 0 : 1}\n`);
  chmodSync(path, 0o755);
  return path;
}

it.skipIf(process.platform === 'win32')(
  'prefers CROSSLINE_PYTHON (skipped on Windows: needs a shell script)',
  async () => {
    const python = writePython('mine', true);
    expect(await findPython(['segyio'], { CROSSLINE_PYTHON: python })).toEqual({ python, tried: [python] });
  },
);

it.skipIf(process.platform === 'win32')('goes on where it does not import the peer (skipped on Windows)', async () => {
  const python = writePython('mine', false);
  const missing = 'crossline_no_such_module';
  const search = await findPython([missing], { CROSSLINE_PYTHON: python });
  expect(search).toEqual({ python: null, tried: [python, 'python3', '/usr/bin/python3'] });
});

it('says which modules are missing and how to have them', () => {
  expect(missingPeerText(['segyio', 'numpy'], ['python3'])).toBe(
    'No peer ran: none of python3 imports segyio and numpy. ' +
      'Install with "python3 -m pip install segyio numpy", or name a Python that has them in CROSSLINE_PYTHON.',
  );
});
