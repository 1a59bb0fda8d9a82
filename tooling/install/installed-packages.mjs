/** Whether node_modules holds what the lockfile names, by the lockfile that npm itself keeps inside node_modules. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `lock` is package-lock.json, `installed` node_modules/.package-lock.json (null where missing), both parsed. Packages for
 * other platforms are optional and may be absent, but never of another version.
 */
export function isInstallCurrent(lock, installed) {
  if (installed === null) return false;
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed.packages[path];
    if (found === undefined) return wanted.optional === true || wanted.devOptional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

const readJson = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);

export function isCheckoutInstalled(root) {
  const lock = readJson(join(root, 'package-lock.json'));
  if (lock === null) throw new Error('package-lock.json is missing; it belongs to the repository.');
  return isInstallCurrent(lock, readJson(join(root, 'node_modules', '.package-lock.json')));
}
