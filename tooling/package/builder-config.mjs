/** electron-builder's configuration. */
import { join } from 'node:path';
import { ADDON_FOLDER, ROOT } from '../paths.mjs';

/** Everything is bundled, so no package travels along but h5wasm, which finds its WebAssembly beside itself, and its plugins. */
const H5WASM = ['package.json', 'dist/node/**', 'dist/esm/**'];
const H5WASM_PLUGINS = ['package.json', 'LICENSE', 'COPYING', 'plugins/**'];

/** @type {import('electron-builder').Configuration} */
export const BUILDER_CONFIG = {
  appId: 'org.crossline.viewer',
  productName: 'Crossline',
  copyright: 'MIT licence, the Crossline authors',
  directories: { output: join(ROOT, 'out'), buildResources: join(ROOT, 'assets') },
  // The addon is Node-API: one binary serves Node and every Electron, and nothing is compiled here.
  npmRebuild: false,
  files: [
    'package.json',
    'dist/node/*.{mjs,cjs}',
    'dist/node/peers/*.py',
    'dist/page/**',
    '!**/*.map',
    'assets/icon.png',
    '!node_modules/**',
    { from: ADDON_FOLDER, to: 'dist/node', filter: ['crossline_native.node'] },
    { from: join(ROOT, 'node_modules', 'h5wasm'), to: 'node_modules/h5wasm', filter: H5WASM },
    { from: join(ROOT, 'node_modules', 'h5wasm-plugins'), to: 'node_modules/h5wasm-plugins', filter: H5WASM_PLUGINS },
  ],
  asar: true,
  // The system loads no library from inside an archive, and a forked script, which is plain Node, does not see into one. The
  // page lies outside for `crossline serve`, whose engine is such a script.
  asarUnpack: [
    'dist/node/*-process.mjs',
    'dist/node/cli.mjs',
    'dist/node/peers/*',
    '**/*.node',
    'dist/page/**',
    'node_modules/h5wasm/**',
    'node_modules/h5wasm-plugins/**',
  ],
  fileAssociations: [{ ext: ['sgy', 'segy'], name: 'SEG-Y survey', role: 'Viewer' }],
  linux: { target: ['AppImage', 'deb'], category: 'Science', executableName: 'crossline', icon: 'assets/icon.png' },
  mac: { target: ['dmg'], category: 'public.app-category.education', icon: 'assets/icon.png' },
  win: { target: ['nsis'], icon: 'assets/icon.png' },
  publish: null,
};
