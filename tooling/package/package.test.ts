import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createForkLauncher } from '../../electron/jobs/fork-launcher.ts';
import { JobRunner } from '../../electron/jobs/job-runner.ts';
import { ADDON, ROOT } from '../paths.mjs';
import { listAsar, type AsarListing } from './asar-listing.ts';

/** The system's name for a package that is a folder; only Linux' runtime is plain files that a test can stand in for. */
const isLinux = process.platform === 'linux';
const hasAddon = existsSync(ADDON);

describe.skipIf(!isLinux)('the package (its stand-in runtime is Linux’)', () => {
  let folder: string;
  let resources: string;
  let listing: AsarListing;
  const unpacked = (path: string) => join(resources, 'app.asar.unpacked', path);

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'crossline-package-'));
    const output = join(folder, 'out');
    execFileSync(process.execPath, [join(ROOT, 'tooling', 'package.mjs'), '--dir', '--output', output], {
      env: { ...process.env, CROSSLINE_ELECTRON_DIST: makeStandInRuntime(join(folder, 'runtime')) },
      stdio: 'pipe',
    });
    resources = join(output, 'linux-unpacked', 'resources');
    listing = listAsar(join(resources, 'app.asar'));
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('starts by its own name', () => {
    expect(existsSync(join(resources, '..', 'crossline'))).toBe(true);
  });

  test('holds main, preload and icon in the archive', () => {
    expect(listing.packed).toEqual(
      expect.arrayContaining(['package.json', 'dist/node/main.mjs', 'dist/node/preload.cjs', 'assets/icon.png']),
    );
  });

  test('holds nothing but bundles: no sources, no source maps, no packages', () => {
    const isExpected = (path: string) =>
      /^(package\.json|assets\/icon\.png|dist\/node\/(main\.mjs|preload\.cjs))$/.test(path);
    expect(listing.packed.filter((path) => !isExpected(path))).toEqual([]);
    expect([...listing.packed, ...listing.unpacked].filter((path) => path.endsWith('.map'))).toEqual([]);
    expect(
      listing.unpacked.filter((path) => !/^(dist\/node|dist\/page|node_modules\/h5wasm(-plugins)?)\//.test(path)),
    ).toEqual([]);
  });

  test('keeps forked scripts, page and h5wasm outside the archive', () => {
    const outside = [
      'dist/node/job-process.mjs',
      'dist/node/engine-process.mjs',
      'dist/page/index.html',
      'node_modules/h5wasm/package.json',
      'node_modules/h5wasm/dist/node/hdf5_hl.js',
      'node_modules/h5wasm-plugins/plugins/libH5Zzstd.so',
    ];
    expect(listing.unpacked).toEqual(expect.arrayContaining(outside));
    for (const path of outside) expect(existsSync(unpacked(path)), path).toBe(true);
  });

  test.skipIf(!hasAddon)('keeps the addon outside the archive (needs the compiled addon)', () => {
    expect(listing.unpacked).toContain('dist/node/crossline_native.node');
  });

  test('runs its jobs and commands from where they lie', async () => {
    const jobs = new JobRunner(createForkLauncher(unpacked('dist/node/job-process.mjs')), () => undefined);
    const { result } = jobs.start('sample', 'sample', { folder: join(folder, 'sample'), size: 'small' });
    const cube = await result;
    await jobs.close();
    const cli = unpacked('dist/node/cli.mjs');
    const info = execFileSync(process.execPath, [cli, 'info', cube, '--json'], { encoding: 'utf8' });
    expect(JSON.parse(info)).toMatchObject({ kind: 'cube', missingTraceCount: 0 });
  });
});

/** Files that electron-builder copies and renames; none of them runs. */
function makeStandInRuntime(folder: string): string {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'));
  for (const name of ['electron', 'chrome-sandbox', 'LICENSE', 'LICENSES.chromium.html', 'version']) {
    writeFileSync(join(folder, name), '');
  }
  writeFileSync(join(folder, 'locales', 'en-US.pak'), '');
  chmodSync(join(folder, 'electron'), 0o755);
  return folder;
}
