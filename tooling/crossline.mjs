/** `npm run --silent crossline -- ARGS`: the command line of this checkout. Standard output is the command's alone. */
import { join } from 'node:path';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './install/ensure-installed.mjs';
import { DIST_NODE } from './paths.mjs';
import { runNode } from './run.mjs';

const report = (line) => process.stderr.write(`${line}\n`);

try {
  await ensureInstalled({ report, output: 'stderr' });
  await ensureBuilt({ only: ['addon', 'node'], output: 'stderr' });
  // npm changes to the package's root; paths mean the folder where the user stands.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  const cli = join(DIST_NODE, 'cli.mjs');
  process.exitCode = (await runNode([cli, ...process.argv.slice(2)], { cwd, output: 'interactive' })).status;
} catch (error) {
  report(error.message);
  process.exitCode = 1;
}
