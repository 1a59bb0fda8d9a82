/** One HDF5 file, read by HDF5's library. Everything here computes synchronously. */
import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Metadata } from 'h5wasm/node';
import { loadLibrary, noticeBroken, type Hdf5Library } from './load-library.ts';
import { libraryError } from './library-error.ts';

/** Along each axis of a dataset, in elements. */
export interface Hyperslab {
  readonly offset: readonly number[];
  readonly count: readonly number[];
  readonly step: readonly number[];
}

export class LibraryFile {
  readonly path: string;
  readonly library: Hdf5Library;
  readonly #fileId: bigint;
  #isClosed = false;

  private constructor(path: string, library: Hdf5Library, fileId: bigint) {
    this.path = path;
    this.library = library;
    this.#fileId = fileId;
  }

  /** @throws CrosslineError not-hdf5 */
  static async open(path: string): Promise<LibraryFile> {
    const library = await loadLibrary();
    library.folders.add(dirname(realpathSync(path)));
    try {
      const fileId = library.module.open(path, library.module.H5F_ACC_RDONLY, false, -1, -1);
      return new LibraryFile(path, library, fileId);
    } catch (thrown) {
      noticeBroken(thrown);
      library.closeErrorFiles();
      throw libraryError(path, 'HDF5’s library does not open it', thrown);
    }
  }

  /**
   * What the library answers about an object.
   * @param what names the object in the error
   * @throws CrosslineError not-hdf5
   */
  ask<T>(what: string, question: (module: Hdf5Library['module'], fileId: bigint) => T): T {
    try {
      return question(this.library.module, this.#fileId);
    } catch (thrown) {
      noticeBroken(thrown);
      this.library.closeErrorFiles();
      throw libraryError(this.path, `${what} cannot be read`, thrown);
    }
  }

  metadata(path: string): Metadata {
    return this.ask(path, (module, fileId) => module.get_dataset_metadata(fileId, path));
  }

  /**
   * Elements in C order, little-endian, decoded and decompressed.
   * @param elementBytes of the dataset's type
   */
  readSlab(path: string, { offset, count, step }: Hyperslab, elementBytes: number): Uint8Array<ArrayBuffer> {
    const bytes = count.reduce((product, size) => product * size, elementBytes);
    if (bytes === 0) return new Uint8Array(0);
    return this.ask(path, (module, fileId) => {
      const address = module._malloc(bytes);
      if (address === 0) throw new Error(`no memory for ${bytes} bytes`);
      try {
        const [counts, offsets, steps] = [count.map(BigInt), offset.map(BigInt), step.map(BigInt)];
        // Elements without a fill value are left as they were, which is whatever was read before.
        module.HEAPU8.fill(0, address, address + bytes);
        const status = module.get_dataset_data(fileId, path, counts, offsets, steps, BigInt(address));
        if (status < 0) throw new Error('its elements were not read');
        return module.HEAPU8.slice(address, address + bytes);
      } finally {
        module._free(address);
      }
    });
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    try {
      this.library.module.close_file(this.#fileId);
    } catch {
      // What is damaged may not close; its process ends with the survey.
      this.library.closeErrorFiles();
    }
  }
}
