import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** From a bundle in dist/node, from this source file, and from a bundle whose build copied no scripts, in this order. */
const FOLDERS = ['./peers/', '../peers/', '../../electron/bench/peers/'];

/** The path of a Python script of electron/bench/peers. */
export function peerScript(name: string): string {
  for (const folder of FOLDERS) {
    const path = fileURLToPath(new URL(folder + name, import.meta.url));
    if (existsSync(path)) return path;
  }
  throw new Error(`the script ${name} is not part of this installation`);
}
