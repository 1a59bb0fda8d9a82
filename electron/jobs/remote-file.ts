/** A file that another process reads for us: the contract of `OpenFile` over messages. */
import { createBirpc, type BirpcReturn } from 'birpc';
import { CrosslineError } from '../../shared/errors.ts';
import { channelOf } from '../../shared/wire/channel.ts';
import { valueOf, type Outcome } from '../../shared/wire/outcome.ts';
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
import type { FileCalls, ReadId } from './file-calls.ts';
import type { LaunchedProcess } from './process-launcher.ts';

type RemoteCalls = Record<keyof FileCalls, (...parameters: unknown[]) => Promise<Outcome>>;
type Result<Name extends keyof FileCalls> = Awaited<ReturnType<FileCalls[Name]>>;

export class RemoteFile implements OpenFile {
  readonly path: string;
  bytes = 0;
  modifiedMs = 0;
  readonly #process: LaunchedProcess;
  readonly #rpc: BirpcReturn<RemoteCalls, Record<string, never>>;
  readonly #gone: Promise<void>;
  #lastReadId: ReadId = 0;
  #closed: Promise<void> | null = null;

  private constructor(path: string, process: LaunchedProcess) {
    this.path = path;
    this.#process = process;
    this.#rpc = createBirpc<RemoteCalls, Record<string, never>>({}, { ...processChannel(process), timeout: -1 });
    this.#gone = new Promise((resolve) => {
      process.onExit(({ exitCode, signal }) => {
        const how = signal ?? `exit code ${String(exitCode)}`;
        this.#rpc.$close(
          new CrosslineError({ code: 'file-changed', path, detail: `the process that read it ended (${how})` }),
        );
        resolve();
      });
    });
  }

  /** @throws CrosslineError file-not-found, no-permission, not-a-file, io-failed; file-changed where the process died */
  static async open(path: string, process: LaunchedProcess): Promise<RemoteFile> {
    const file = new RemoteFile(path, process);
    try {
      const { bytes, modifiedMs } = await file.#call('open', path);
      file.bytes = bytes;
      file.modifiedMs = modifiedMs;
      return file;
    } catch (thrown) {
      process.kill();
      await file.#gone;
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
    await this.#call('close').catch(() => undefined);
    this.#process.kill();
    await this.#gone;
  }

  async #read<Name extends Exclude<keyof FileCalls, 'open' | 'abort' | 'close'>>(
    name: Name,
    signal: AbortSignal | null,
    ...parameters: unknown[]
  ): Promise<Result<Name>> {
    if (signal?.aborted === true) throw new CrosslineError({ code: 'cancelled' });
    if (this.#closed !== null) {
      throw new CrosslineError({ code: 'file-changed', path: this.path, detail: 'it was closed' });
    }
    this.#lastReadId += 1;
    const readId = this.#lastReadId;
    const abort = (): void => void this.#call('abort', readId).catch(() => undefined);
    signal?.addEventListener('abort', abort, { once: true });
    try {
      return await this.#call(name, readId, ...parameters);
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  }

  async #call<Name extends keyof FileCalls>(name: Name, ...parameters: unknown[]): Promise<Result<Name>> {
    const call = this.#rpc.$call as (name: string, ...parameters: unknown[]) => Promise<Outcome>;
    return valueOf(await call(name, ...parameters)) as Result<Name>;
  }
}

const processChannel = (process: LaunchedProcess): ReturnType<typeof channelOf> =>
  channelOf({
    send: (message) => process.send(message),
    onMessage: (listener) => {
      process.onMessage(listener);
      return () => undefined;
    },
    onClose: () => () => undefined,
    close: () => process.kill(),
  });
