/**
 * The processes that read files: one for each of the first few files, then shared, since five hundred lines must not take
 * five hundred processes. One ends with the last of its files, or a while later where another is likely to follow.
 */
import type { ProcessLauncher } from './process-launcher.ts';
import { ReaderProcess } from './reader-process.ts';

/** Each takes about 45 MB, and no more files than that are looked at side by side. */
const MOST_PROCESSES = 4;

export class ReaderProcesses {
  readonly #launcher: ProcessLauncher;
  readonly #lingerMs: number;
  /** Files by process. */
  readonly #fileCounts = new Map<ReaderProcess, number>();
  readonly #endTimers = new Map<ReaderProcess, NodeJS.Timeout>();

  /** @param lingerMs how long one stays without files */
  constructor(launcher: ProcessLauncher, lingerMs = 0) {
    this.#launcher = launcher;
    this.#lingerMs = lingerMs;
  }

  /** For one more file; to be given back when that is closed. */
  take(): ReaderProcess {
    const idlest = [...this.#fileCounts].toSorted(([, one], [, other]) => one - other)[0];
    const isFree = idlest !== undefined && (idlest[1] === 0 || this.#fileCounts.size >= MOST_PROCESSES);
    const process = isFree ? idlest[0] : this.#launch();
    this.#stay(process);
    this.#fileCounts.set(process, (this.#fileCounts.get(process) ?? 0) + 1);
    return process;
  }

  /** Resolves when the process has ended, if that was its last file and it does not linger. */
  async giveBack(process: ReaderProcess): Promise<void> {
    const count = (this.#fileCounts.get(process) ?? 1) - 1;
    // What died is no longer counted.
    const isLingering = this.#lingerMs > 0 && process.exit === null;
    if (count > 0 || isLingering) this.#fileCounts.set(process, count);
    if (count > 0) return;
    if (!isLingering) {
      await this.#end(process);
      return;
    }
    const timer = setTimeout(() => void this.#end(process), this.#lingerMs);
    timer.unref();
    this.#endTimers.set(process, timer);
  }

  /** Ends those that only linger. */
  async endIdle(): Promise<void> {
    const idle = [...this.#fileCounts].filter(([, count]) => count === 0);
    await Promise.all(idle.map(([process]) => this.#end(process)));
  }

  async #end(process: ReaderProcess): Promise<void> {
    this.#stay(process);
    this.#fileCounts.delete(process);
    process.end();
    await process.gone;
  }

  #stay(process: ReaderProcess): void {
    clearTimeout(this.#endTimers.get(process));
    this.#endTimers.delete(process);
  }

  #launch(): ReaderProcess {
    const process = new ReaderProcess(this.#launcher.launch('reader'));
    // What died takes no more files; those that it had find out when they are read.
    void process.gone.then(() => {
      this.#stay(process);
      this.#fileCounts.delete(process);
    });
    return process;
  }
}
