/** A process that reads files for us, seen from here. */
import { createBirpc, type BirpcReturn } from 'birpc';
import { channelOf } from '../../shared/wire/channel.ts';
import { valueOf, type Outcome } from '../../shared/wire/outcome.ts';
import type { FileCalls } from './file-calls.ts';
import type { LaunchedProcess, ProcessExit } from './process-launcher.ts';

type RemoteCalls = Record<keyof FileCalls, (...parameters: unknown[]) => Promise<Outcome>>;
export type FileCallResult<Name extends keyof FileCalls> = Awaited<ReturnType<FileCalls[Name]>>;

export class ReaderProcess {
  /** Resolves when the process is gone. */
  readonly gone: Promise<void>;
  readonly #process: LaunchedProcess;
  readonly #rpc: BirpcReturn<RemoteCalls, Record<string, never>>;
  #exit: ProcessExit | null = null;
  #lastId = 0;

  constructor(process: LaunchedProcess) {
    this.#process = process;
    this.#rpc = createBirpc<RemoteCalls, Record<string, never>>({}, { ...processChannel(process), timeout: -1 });
    this.gone = new Promise((resolve) => {
      process.onExit((exit) => {
        this.#exit = exit;
        this.#rpc.$close();
        resolve();
      });
    });
  }

  /** How it ended; null while it runs. */
  get exit(): ProcessExit | null {
    return this.#exit;
  }

  /** Of a file or a read, unique here. */
  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  /** @throws CrosslineError the file's own fault; Error where the process is gone */
  async call<Name extends keyof FileCalls>(name: Name, ...parameters: unknown[]): Promise<FileCallResult<Name>> {
    const call = this.#rpc.$call as (name: string, ...parameters: unknown[]) => Promise<Outcome>;
    return valueOf(await call(name, ...parameters)) as FileCallResult<Name>;
  }

  end(): void {
    this.#process.kill();
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
