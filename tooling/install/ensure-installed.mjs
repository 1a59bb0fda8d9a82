/** Installs the packages of the lockfile where node_modules does not hold them. Needs nothing but Node and npm. */
import { run } from '../run.mjs';
import { ROOT } from '../paths.mjs';
import { isCheckoutInstalled } from './installed-packages.mjs';

/**
 * From the cache where npm has it: an offline machine with a filled cache must do. Only errors are shown: npm's warnings
 * speak of other packages' wishes (a newer Node for building Electron apps), which a user can do nothing about.
 */
const ARGUMENTS = ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];

/** npm as the one that runs us, else the one on the PATH (a .cmd file on Windows, which only a shell starts). */
function npmCommand(env) {
  const script = env.npm_execpath;
  if (script !== undefined && /npm-cli\.c?js$/.test(script)) return { file: process.execPath, leading: [script] };
  return { file: 'npm', leading: [], shell: process.platform === 'win32' };
}

/** Rejects where npm fails. `output` 'stderr' keeps standard output free for a command's own. */
export async function ensureInstalled({ report = console.log, output = 'inherit' } = {}) {
  if (isCheckoutInstalled(ROOT)) return;
  report('Installing packages from package-lock.json …');
  const { file, leading, shell } = npmCommand(process.env);
  const { status } = await run(file, [...leading, ...ARGUMENTS], { cwd: ROOT, shell, output });
  if (status !== 0) throw new Error(`npm ci failed with exit code ${status}.`);
}
