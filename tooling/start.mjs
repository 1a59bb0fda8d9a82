/** `npm start [-- FILES] [--sample] [MAPPING OPTIONS]`: installs, builds and opens the viewer, in its window or else in the browser. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './install/ensure-installed.mjs';
import { CACHE, DIST_NODE } from './paths.mjs';
import { run, runNode } from './run.mjs';
import { browsableFolders } from './start/browsable-folders.mjs';
import { RUNTIME_MISSING, fallbackLine, windowObstacle } from './start/choose-host.mjs';
import { electronPackageFolder, obtainRuntime } from './start/electron-runtime.mjs';
import { parseStartArguments, USAGE } from './start/start-arguments.mjs';

/** A window that fails sooner than this never opened, in ms. */
const WINDOW_FAILED_WITHIN_MS = 10_000;

async function runWindow(runtime, args) {
  const startedMs = Date.now();
  const { status } = await run(runtime, [join(DIST_NODE, 'main.mjs'), ...args]);
  return { status, opened: status === 0 || Date.now() - startedMs > WINDOW_FAILED_WITHIN_MS };
}

async function runLocalHost(reason, args, folder) {
  console.log(fallbackLine(reason));
  const roots = browsableFolders(homedir(), folder).flatMap((root) => ['--root', root]);
  return (await runNode([join(DIST_NODE, 'cli.mjs'), 'serve', '--open', ...roots, ...args])).status;
}

async function start() {
  const folder = process.env.INIT_CWD ?? process.cwd();
  const { files, sample, help, mappingArgs } = parseStartArguments(process.argv.slice(2), folder);
  if (help) {
    console.log(USAGE);
    return 0;
  }
  const args = [...(sample ? ['--sample'] : []), ...mappingArgs, ...files];
  await ensureInstalled();
  const obstacle = windowObstacle({ platform: process.platform, env: process.env, uid: process.getuid?.() });
  const failureStamp = join(CACHE, 'electron-download-failed.stamp');
  // The download waits for the network while the build works.
  const [runtime] = await Promise.all([
    obstacle === null ? obtainRuntime({ packageFolder: electronPackageFolder(), failureStamp }) : null,
    ensureBuilt(),
  ]);
  if (runtime === null) return runLocalHost(obstacle ?? RUNTIME_MISSING, args, folder);
  const { status, opened } = await runWindow(runtime, args);
  return opened ? status : runLocalHost('its window did not open', args, folder);
}

try {
  process.exitCode = await start();
} catch (error) {
  console.error(error.message);
  // At once, which also ends a download that still waits.
  process.exit(1);
}
