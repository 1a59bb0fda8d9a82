/** What the addon was built from, so that it is built again only when that changed. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** A digest of the sources, of the headers they are built against, and of the Node that loads the result. */
export function addonStamp(folder) {
  const hash = createHash('sha256');
  const sources = join(folder, 'src');
  const files = readdirSync(sources)
    .sort()
    .map((name) => join(sources, name));
  for (const file of [join(folder, 'binding.gyp'), ...files]) {
    const content = readFileSync(file);
    hash.update(`${file.slice(folder.length)} ${content.length}\n`).update(content);
  }
  const { version } = createRequire(import.meta.url)('node-addon-api/package.json');
  hash.update(`node-addon-api ${version} ${process.platform} ${process.arch} ABI ${process.versions.modules}`);
  return hash.digest('hex');
}

const stampFile = (buildFolder) => join(buildFolder, 'addon.stamp');

export const readStamp = (buildFolder) =>
  existsSync(stampFile(buildFolder)) ? readFileSync(stampFile(buildFolder), 'utf8') : null;

export const writeStamp = (buildFolder, stamp) => writeFileSync(stampFile(buildFolder), stamp);
