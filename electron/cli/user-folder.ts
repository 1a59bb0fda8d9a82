import { dirname } from 'node:path';

/**
 * The folder that the user typed the command in. `npm run` changes to the package's root first and keeps the user's
 * folder in INIT_CWD; that holds only for our own package, since a script of another package that calls `crossline`
 * names its paths from its own root.
 */
export function userFolder(environment: Readonly<Record<string, string | undefined>>, currentFolder: string): string {
  const { INIT_CWD, npm_package_name, npm_package_json } = environment;
  const isOurScript =
    npm_package_name === 'crossline' && npm_package_json !== undefined && dirname(npm_package_json) === currentFolder;
  return isOurScript && INIT_CWD !== undefined ? INIT_CWD : currentFolder;
}
