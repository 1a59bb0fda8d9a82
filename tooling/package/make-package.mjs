/** Makes the program's package from dist/ and a folder that holds an Electron runtime. */
import { Platform, build } from 'electron-builder';
import { ROOT } from '../paths.mjs';
import { BUILDER_CONFIG } from './builder-config.mjs';

/**
 * `electronDist` is the runtime's folder, for this system; nothing is downloaded where `asFolder`: the tools that make
 * installers are. `output` overrides the folder it goes to.
 */
export async function makePackage({ electronDist, asFolder, output = BUILDER_CONFIG.directories.output }) {
  const config = { ...BUILDER_CONFIG, electronDist, directories: { ...BUILDER_CONFIG.directories, output } };
  const targets = Platform.current().createTarget(asFolder ? ['dir'] : []);
  return build({ projectDir: ROOT, config, targets, publish: 'never' });
}
