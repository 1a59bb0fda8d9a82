/**
 * Keeps the process of a job that is done for the next one: a Node takes ten times as long to start as a search for the crossings
 * of one more line takes. A process whose job failed or was cancelled is ended.
 */
import type { FromJob } from './job-messages.ts';
import type { LaunchedProcess, ProcessExit, ProcessLauncher } from './process-launcher.ts';

/** Lines come one after the other; a minute later nobody is opening any. */
const LINGER_MS = 60_000;

export class WarmLauncher implements ProcessLauncher {
  readonly isSeparate: boolean;
  readonly #launcher: ProcessLauncher;
  readonly #lingerMs: number;
  #idle: WarmProcess | null = null;
  #lingering: NodeJS.Timeout | undefined;

  constructor(launcher: ProcessLauncher, lingerMs = LINGER_MS) {
    this.isSeparate = launcher.isSeparate;
    this.#launcher = launcher;
    this.#lingerMs = lingerMs;
  }

  get idleCount(): number {
    return Number(this.#idle !== null);
  }

  launch(name: string): LaunchedProcess {
    const process = this.#idle ?? new WarmProcess(this.#launcher.launch(name), () => this.#forget(process));
    this.#forget(process);
    return process.lend((isSound) => (isSound ? this.#keep(process) : process.kill()));
  }

  /** Ends what is kept, and waits until it is gone. */
  async close(): Promise<void> {
    const idle = this.#idle;
    idle?.kill();
    await idle?.gone;
  }

  #keep(process: WarmProcess): void {
    this.#idle?.kill();
    this.#idle = process;
    this.#lingering = setTimeout(() => process.kill(), this.#lingerMs).unref();
  }

  #forget(process: WarmProcess): void {
    if (this.#idle !== process) return;
    clearTimeout(this.#lingering);
    this.#idle = null;
  }
}

/** One process, lent to one job after the other. */
class WarmProcess {
  readonly gone: Promise<void>;
  readonly #process: LaunchedProcess;
  #lease: Lease | null = null;

  constructor(process: LaunchedProcess, onExit: () => void) {
    this.#process = process;
    process.onMessage((message) => this.#lease?.hear(message as FromJob));
    this.gone = new Promise((resolve) => {
      process.onExit((exit) => {
        onExit();
        this.#lease?.end(exit);
        resolve();
      });
    });
  }

  lend(onReturned: (isSound: boolean) => void): LaunchedProcess {
    const lease = new Lease(this.#process, (isSound) => {
      if (isSound) this.#lease = null;
      onReturned(isSound);
    });
    this.#lease = lease;
    return lease;
  }

  kill(): void {
    this.#process.kill();
  }
}

/** What a job takes for its process: ended after its work is done, it goes back instead. */
class Lease implements LaunchedProcess {
  readonly #process: LaunchedProcess;
  readonly #giveBack: (isSound: boolean) => void;
  readonly #messageListeners: ((message: unknown) => void)[] = [];
  readonly #exitListeners: ((exit: ProcessExit) => void)[] = [];
  #isDone = false;
  #exit: ProcessExit | null = null;

  constructor(process: LaunchedProcess, giveBack: (isSound: boolean) => void) {
    this.#process = process;
    this.#giveBack = giveBack;
  }

  send(message: unknown): void {
    if (this.#exit === null) this.#process.send(message);
  }

  onMessage(listener: (message: unknown) => void): void {
    this.#messageListeners.push(listener);
  }

  onExit(listener: (exit: ProcessExit) => void): void {
    if (this.#exit === null) this.#exitListeners.push(listener);
    else listener(this.#exit);
  }

  kill(): void {
    if (this.#exit !== null) return;
    this.#giveBack(this.#isDone);
    if (this.#isDone) this.end({ exitCode: 0, signal: null });
  }

  hear(message: FromJob): void {
    if (message.type === 'done') this.#isDone = true;
    for (const listener of this.#messageListeners) listener(message);
  }

  end(exit: ProcessExit): void {
    if (this.#exit !== null) return;
    this.#exit = exit;
    for (const listener of this.#exitListeners) listener(exit);
  }
}
