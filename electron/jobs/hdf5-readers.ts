/**
 * HDF5 files as the engine asks for them. Such a file is hostile input, and its library computes for seconds, so warm processes
 * parse and decode it; one that dies or hangs costs what was asked of it, never the engine.
 */
import { CrosslineError, isCrosslineError } from '../../shared/errors.ts';
import type { MappingOverrides } from '../../shared/mapping/segy-mapping.ts';
import type { Hdf5Content } from '../formats/hdf5/foreign/describe-hdf5.ts';
import type { CubeDescription } from '../formats/hdf5/source/cube-description.ts';
import type { NativeReader, OpenFile } from '../native/native-reader.ts';
import type { FileCalls } from './file-calls.ts';
import { openDataset, readContent, readDescription } from './hdf5-reading.ts';
import type { ProcessLauncher } from './process-launcher.ts';
import type { FileCallResult } from './reader-process.ts';
import { ReaderProcesses } from './reader-processes.ts';
import { RemoteFile } from './remote-file.ts';

export interface Hdf5Readers {
  /** The survey in a file. @throws CrosslineError choose-dataset, usage, not-hdf5 */
  describe(path: string, overrides: MappingOverrides): Promise<CubeDescription>;
  /** All that a file holds. @throws CrosslineError not-hdf5 */
  outline(path: string): Promise<Hdf5Content>;
  /** Samples of a dataset that cannot be mapped; stays until it is closed. @throws CrosslineError not-hdf5 */
  openDataset(path: string, dataset: string): Promise<OpenFile>;
  /** Ends what is kept warm. */
  close(): Promise<void>;
}

export interface Hdf5Limits {
  readonly describeMs: number;
  readonly readMs: number;
  readonly lingerMs: number;
}

const LIMITS: Hdf5Limits = {
  // The largest real structure, thousands of objects on a network disk, takes a second.
  describeMs: 30_000,
  // A time slice through hundreds of megabytes of compressed chunks takes some seconds.
  readMs: 120_000,
  // A dialog asks again at every change.
  lingerMs: 60_000,
};

/** @param launcher null or not separate: all happens in this very process, as for commands */
export const createHdf5Readers = (
  launcher: ProcessLauncher | null,
  reader: NativeReader,
  limits: Hdf5Limits = LIMITS,
): Hdf5Readers => (launcher?.isSeparate === true ? new SeparateReaders(launcher, limits) : createLocalReaders(reader));

const createLocalReaders = (reader: NativeReader): Hdf5Readers => ({
  describe: (path, overrides) => readDescription(path, overrides, reader),
  outline: (path) => readContent(path, reader),
  openDataset: (path, dataset) => openDataset(path, dataset, reader),
  close: () => Promise.resolve(),
});

class SeparateReaders implements Hdf5Readers {
  readonly #processes: ReaderProcesses;
  readonly #limits: Hdf5Limits;

  constructor(launcher: ProcessLauncher, limits: Hdf5Limits) {
    this.#processes = new ReaderProcesses(launcher, limits.lingerMs);
    this.#limits = limits;
  }

  describe(path: string, overrides: MappingOverrides): Promise<CubeDescription> {
    return this.#ask('describeHdf5', path, overrides);
  }

  outline(path: string): Promise<Hdf5Content> {
    return this.#ask('outlineHdf5', path);
  }

  openDataset(path: string, dataset: string): Promise<OpenFile> {
    return RemoteFile.open(path, this.#processes, { dataset, limitMs: this.#limits.readMs });
  }

  async close(): Promise<void> {
    await this.#processes.endIdle();
  }

  async #ask<Name extends keyof FileCalls>(
    name: Name,
    path: string,
    ...parameters: unknown[]
  ): Promise<FileCallResult<Name>> {
    const process = this.#processes.take();
    const { describeMs } = this.#limits;
    const late = new AbortController();
    const timer = setTimeout(() => {
      late.abort();
      process.end();
    }, describeMs);
    try {
      return await process.call(name, path, ...parameters);
    } catch (thrown) {
      if (isCrosslineError(thrown)) throw thrown;
      const how = process.exit?.signal ?? `exit code ${String(process.exit?.exitCode ?? 'unknown')}`;
      const reason = late.signal.aborted
        ? `its structure could not be read in ${describeMs / 1000} s`
        : `the process that parsed it ended (${how})`;
      throw new CrosslineError({ code: 'not-hdf5', path, reason }, { cause: thrown });
    } finally {
      clearTimeout(timer);
      void this.#processes.giveBack(process);
    }
  }
}
