/**
 * HDF5's own library, compiled to WebAssembly (h5wasm), as this process has it once. Loading takes 0.2 s and 60 MB, so nothing
 * loads it that our own parser can answer; it computes synchronously, so only reader processes and commands load it.
 */
import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type * as H5 from 'h5wasm/node';

export type H5Module = typeof H5.Module;

export interface Hdf5Library {
  /** The library's own classes, over `module`. */
  readonly h5: typeof H5;
  readonly module: H5Module;
  /** Without it, datasets compressed by blosc, zstd and the like cannot be decoded. */
  readonly hasPlugins: boolean;
  /** Folders of files that are open: what they refer to must lie there. */
  readonly folders: Set<string>;
  /** Closes what the library left open to word an error: it throws before it would do so itself. */
  closeErrorFiles(): void;
}

let loading: Promise<Hdf5Library> | null = null;
let breakListener: () => void = () => undefined;

/** Called when the library itself has failed (a trap, an assertion): nothing that it says from then on can be trusted. */
export function onLibraryBroken(listener: () => void): void {
  breakListener = listener;
}

/** @param thrown by the library; WebAssembly's own errors say that it broke */
export function noticeBroken(thrown: unknown): void {
  if (thrown instanceof Error && thrown.name === 'RuntimeError') breakListener();
}

export function loadLibrary(): Promise<Hdf5Library> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Hdf5Library> {
  const h5 = await import('h5wasm/node');
  const module = await h5.ready;
  const plugins = pluginFolder();
  const folders = new Set<string>();
  const closeErrorFiles = fenceFiles(module, folders, plugins);
  if (plugins !== null) module.insert_plugin_search_path(plugins, 0);
  // Else errors are printed, and calls return what was not read.
  module.activate_throwing_error_handler();
  return { h5, module, hasPlugins: plugins !== null, folders, closeErrorFiles };
}

/** Null where the package is not installed. */
function pluginFolder(): string | null {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('h5wasm-plugins/package.json')), 'plugins');
  } catch {
    return null;
  }
}

/** The streams of Emscripten's file system, as far as they are used here. */
interface LibraryFiles {
  open(path: string, ...more: unknown[]): unknown;
  close(stream: unknown): void;
}

/** The C library's `tmpfile`, which it unlinks at once. */
const ERROR_FILE = '/tmp/tmpfile_';

/**
 * A file may name any other as the place of its samples (external and virtual datasets, links): only those in its own folder
 * and below are opened, or a survey that somebody sent could show any file of the user's.
 */
function fenceFiles(module: H5Module, folders: ReadonlySet<string>, plugins: string | null): () => void {
  const files = module.FS as unknown as LibraryFiles;
  const open = files.open.bind(files);
  const errorFiles: unknown[] = [];
  files.open = (path, ...more) => {
    if (path.startsWith(ERROR_FILE)) {
      const stream = open(path, ...more);
      errorFiles.push(stream);
      return stream;
    }
    if (plugins !== null && isWithin(path, [plugins])) return open(path, ...more);
    const beside = isWithin(path, folders) ? path : besideSurvey(path, folders);
    // What is not there the library tells as such.
    return open(beside ?? join(path, 'outside-the-folder-of-the-survey'), ...more);
  };
  return () => {
    for (const stream of errorFiles.splice(0)) files.close(stream);
  };
}

/** The library looks for relative names in the working folder; they are meant from the survey's. */
function besideSurvey(path: string, folders: Iterable<string>): string | null {
  const name = relative(process.cwd(), resolve(path));
  const places = [...folders].map((folder) => join(folder, name));
  return places.find((place) => existsSync(place) && isWithin(place, folders)) ?? null;
}

function isWithin(path: string, folders: Iterable<string>): boolean {
  let real: string;
  try {
    real = realpathSync(path);
  } catch {
    real = resolve(path);
  }
  return [...folders].some(
    (folder) => real === folder || real.startsWith(folder.endsWith(sep) ? folder : folder + sep),
  );
}
