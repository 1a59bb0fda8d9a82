import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Seen from a bundle in dist/node, where the build puts a copy, and from this source file. */
const FOLDERS = ['./peers/', '../peers/'];

/** The path of a Python script of electron/bench/peers. */
export function peerScript(name: string): string {
  for (const folder of FOLDERS) {
    const path = fileURLToPath(new URL(folder + name, import.meta.url));
    if (existsSync(path)) return path;
  }
  throw new Error(`the script ${name} is not part of this installation`);
}
