/** What the addon does to the process that loads it. Each case runs in a process of its own. */
import { spawnSync } from 'node:child_process';
import { chmod, copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addonPath } from './testing/readers.ts';
import type { TemporaryFolder } from './testing/temporary-file.ts';
import { createTemporaryFolder } from './testing/temporary-file.ts';

const WORDS = 1 << 20;
const NOBODY = 65_534;

let folder: TemporaryFolder;
let path: string;
beforeAll(async () => {
  folder = await createTemporaryFolder();
  path = JSON.stringify(await folder.write(new Uint8Array(4 * WORDS).fill(1)));
});
afterAll(() => folder.remove());

const runWithAddon = (script: string, addon = addonPath, uid = process.getuid?.()) =>
  spawnSync(process.execPath, ['-e', `const addon = require(${JSON.stringify(addon)}); ${script}`], {
    cwd: '/',
    encoding: 'utf8',
    timeout: 10_000,
    ...(uid === undefined ? {} : { uid }),
  });

describe.skipIf(addonPath === null || process.platform !== 'linux')("the addon's process (Linux, addon built)", () => {
  it("leaves other people's SIGBUS to the system", () => {
    const { signal } = runWithAddon(`addon.open(${path}).then(() => process.kill(process.pid, 'SIGBUS'));
      setTimeout(() => {}, 5000);`);
    expect(signal).toBe('SIGBUS');
  });

  const endAfterGatherBegan = (end: string): string =>
    `addon.open(${path}).then(({ handle }) => {
      addon.gather(handle, 1, true, 200, ${WORDS}, 4, 0, 0, null, new Float32Array(200 * ${WORDS}), null);
      setTimeout(() => ${end}, 2);
    });`;

  it('may end in the middle of a gather', () => {
    expect(runWithAddon(endAfterGatherBegan('process.exit(7)'))).toMatchObject({ status: 7, stderr: '' });
  });

  it('outlives a worker thread that ended in the middle of a gather', () => {
    const inWorker = `const addon = require(${JSON.stringify(addonPath)}); ${endAfterGatherBegan('process.exit(0)')}`;
    const script = `const { Worker } = require('node:worker_threads');
      const worker = new Worker(${JSON.stringify(inWorker)}, { eval: true });
      worker.on('exit', () => setTimeout(() => process.exit(9), 50));`;
    expect(runWithAddon(script)).toMatchObject({ status: 9, stderr: '' });
  });

  it('outlives worker threads that are ended while calls settle', () => {
    const inWorker = `const addon = require(${JSON.stringify(addonPath)});
      const { parentPort } = require('node:worker_threads');
      const loop = async () => {
        for (;;) {
          const { handle } = await addon.open(${path});
          parentPort.postMessage('busy');
          await addon.close(handle);
        }
      };
      for (let i = 0; i < 4; i += 1) loop();`;
    const script = `const { Worker } = require('node:worker_threads');
      const { once } = require('node:events');
      (async () => {
        for (let i = 0; i < 40; i += 1) {
          const worker = new Worker(${JSON.stringify(inWorker)}, { eval: true });
          await once(worker, 'message');
          await worker.terminate();
        }
        process.exit(9);
      })();`;
    expect(runWithAddon(script)).toMatchObject({ status: 9, stderr: '' });
  });

  it('names the limit of open files where it is reached', () => {
    const script = `const addon = require(${JSON.stringify(addonPath)});
      const kept = [];
      (async () => {
        for (;;) kept.push(await addon.open(${path}));
      })().catch(({ code }) => console.log(code, kept.length > 5));`;
    const command = `ulimit -n 60; exec "${process.execPath}" -e "$SCRIPT"`;
    const { stdout } = spawnSync('sh', ['-c', command], { encoding: 'utf8', env: { ...process.env, SCRIPT: script } });
    expect(stdout).toBe('EMFILE true\n');
  });

  it('ends by itself once nothing is in flight, also with a file left open', () => {
    const script = `addon.open(${path}).then(({ bytes }) => console.log(bytes));`;
    expect(runWithAddon(script)).toMatchObject({ status: 0, stdout: `${4 * WORDS}\n`, stderr: '' });
  });

  it.skipIf(process.getuid?.() !== 0)(
    'does not believe the system about files of others (skipped unless root, who can become somebody else)',
    async () => {
      await chmod(folder.path, 0o755);
      const copy = join(folder.path, 'addon.node');
      await copyFile(addonPath!, copy);
      const script = `addon.open(${path}).then(async ({ handle }) =>
        console.log(addon.residentShare(handle, 0, 1, 0, 4096), await addon.populateResident(handle, null)));`;
      expect(runWithAddon(script, copy).stdout).toBe(`1 ${4 * WORDS}\n`);
      expect(runWithAddon(script, copy, NOBODY).stdout).toBe('-1 0\n');
    },
  );
});
