/** Stamps: a hash of everything that a step depends on, kept after it succeeded, so that an up-to-date step is skipped. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** Every file at or under `path`, sorted; none where it does not exist. `isInput(path)` also decides whether a folder is entered. */
function filesUnder(path, isInput) {
  if (!existsSync(path) || !isInput(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name), isInput));
}

/**
 * Hash over names and contents of all files at or under `inputs`, and over `facts` (strings, e.g. the Node version).
 * Contents and not times: a fresh clone, a branch switched there and back, and a touched file all answer rightly.
 */
export function hashInputs(root, inputs, { facts = [], isInput = () => true } = {}) {
  const hash = createHash('sha256');
  for (const fact of facts) hash.update(`${fact}\0`);
  for (const input of inputs) {
    for (const file of filesUnder(join(root, input), isInput)) {
      hash.update(`${relative(root, file).split(sep).join('/')}\0`);
      hash.update(createHash('sha256').update(readFileSync(file)).digest());
    }
  }
  return hash.digest('hex');
}

/** The text kept in a stamp; null where there is none. */
export const readStamp = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : null);

export function writeStamp(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

export const clearStamp = (file) => rmSync(file, { force: true });
