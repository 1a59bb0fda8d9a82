/** A file that another process reads for us: the contract of `OpenFile` over messages. */
import { CrosslineError, isCrosslineError } from '../../shared/errors.ts';
import type { ChunkGather, ChunkOutput } from '../native/chunks/chunk-gather.ts';
import type { ColumnType } from '../native/header-column.ts';
import type {
  GatherReport,
  GridGather,
  HeaderColumn,
  HeaderGather,
  OpenFile,
  RowGather,
  ZeroTraceSearch,
} from '../native/native-reader.ts';
import type { FileCalls, FileId } from './file-calls.ts';
import type { FileCallResult, ReaderProcess } from './reader-process.ts';
import type { ReaderProcesses } from './reader-processes.ts';

export interface RemoteFileOptions {
  /** Of an HDF5 file, which the process decodes; without it the file's own bytes are read. */
  readonly dataset?: string;
  /** A call that takes longer ends the process: it hangs. */
  readonly limitMs?: number;
}

export class RemoteFile implements OpenFile {
  readonly path: string;
  bytes = 0;
  modifiedMs = 0;
  readonly #processes: ReaderProcesses;
  readonly #process: ReaderProcess;
  readonly #fileId: FileId;
  readonly #limitMs: number | null;
  #closed: Promise<void> | null = null;

  private constructor(path: string, processes: ReaderProcesses, limitMs: number | null) {
    this.path = path;
    this.#limitMs = limitMs;
    this.#processes = processes;
    this.#process = processes.take();
    this.#fileId = this.#process.nextId();
  }

  /**
   * @throws CrosslineError file-not-found, no-permission, not-a-file, io-failed; file-changed where the process died
   */
  static async open(
    path: string,
    processes: ReaderProcesses,
    { dataset, limitMs }: RemoteFileOptions = {},
  ): Promise<RemoteFile> {
    const file = new RemoteFile(path, processes, limitMs ?? null);
    try {
      const { bytes, modifiedMs } = await file.#call('open', file.#fileId, path, dataset ?? null);
      file.bytes = bytes;
      file.modifiedMs = modifiedMs;
      return file;
    } catch (thrown) {
      await processes.giveBack(file.#process);
      throw thrown;
    }
  }

  async gatherGrid(gather: GridGather, into: Float32Array, signal: AbortSignal | null): Promise<GatherReport> {
    const { report, data } = await this.#read('gatherGrid', signal, gather);
    into.set(data);
    return report;
  }

  async gatherRows(gather: RowGather, into: Float32Array, signal: AbortSignal | null): Promise<GatherReport> {
    const { report, data } = await this.#read('gatherRows', signal, gather);
    into.set(data);
    return report;
  }

  async gatherChunks(gather: ChunkGather, into: ChunkOutput, signal: AbortSignal | null): Promise<GatherReport> {
    const isRaw = into instanceof Uint8Array;
    const { report, data } = await this.#read('gatherChunks', signal, gather, into.length, isRaw);
    into.set(data);
    return report;
  }

  async readBytes(offset: number, into: Uint8Array, signal: AbortSignal | null): Promise<GatherReport> {
    const { report, data } = await this.#read('readBytes', signal, offset, into.length);
    into.set(data);
    return report;
  }

  async gatherHeaders(gather: HeaderGather, into: readonly HeaderColumn[], signal: AbortSignal | null): Promise<void> {
    const types = into.map((column): ColumnType => (column instanceof Int32Array ? 'int32' : 'float64'));
    const columns = await this.#read('gatherHeaders', signal, gather, types);
    columns.forEach((column, word) => into[word]!.set(column));
  }

  findZeroTraces(search: ZeroTraceSearch, signal: AbortSignal | null): Promise<Uint8Array> {
    return this.#read('findZeroTraces', signal, search);
  }

  /** Unknown: nothing is mapped in the other process either. */
  residentShare(): null {
    return null;
  }

  populateResident(): Promise<number> {
    return Promise.resolve(0);
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    // A process that died has closed its file already.
    await this.#call('close', this.#fileId).catch(() => undefined);
    await this.#processes.giveBack(this.#process);
  }

  async #read<Name extends Exclude<keyof FileCalls, 'open' | 'abort' | 'close'>>(
    name: Name,
    signal: AbortSignal | null,
    ...parameters: unknown[]
  ): Promise<FileCallResult<Name>> {
    if (signal?.aborted === true) throw new CrosslineError({ code: 'cancelled' });
    if (this.#closed !== null) {
      throw new CrosslineError({ code: 'file-changed', path: this.path, detail: 'it was closed' });
    }
    const readId = this.#process.nextId();
    const abort = (): void => void this.#call('abort', readId).catch(() => undefined);
    signal?.addEventListener('abort', abort, { once: true });
    try {
      return await this.#call(name, this.#fileId, readId, ...parameters);
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  }

  async #call<Name extends keyof FileCalls>(name: Name, ...parameters: unknown[]): Promise<FileCallResult<Name>> {
    const timer = this.#limitMs === null ? undefined : setTimeout(() => this.#process.end(), this.#limitMs);
    try {
      return await this.#process.call(name, ...parameters);
    } catch (thrown) {
      const { exit } = this.#process;
      if (exit === null || isCrosslineError(thrown)) throw thrown;
      const detail = `the process that read it ended (${exit.signal ?? `exit code ${String(exit.exitCode)}`})`;
      throw new CrosslineError({ code: 'file-changed', path: this.path, detail }, { cause: thrown });
    } finally {
      clearTimeout(timer);
    }
  }
}
