/**
 * The processes that read files: one for each of the first few files, then shared, since five hundred lines must not take
 * five hundred processes. One ends with the last of its files.
 */
import type { ProcessLauncher } from './process-launcher.ts';
import { ReaderProcess } from './reader-process.ts';

/** Each takes about 45 MB, and no more files than that are looked at side by side. */
const MOST_PROCESSES = 4;

export class ReaderProcesses {
  readonly #launcher: ProcessLauncher;
  /** Files by process. */
  readonly #fileCounts = new Map<ReaderProcess, number>();

  constructor(launcher: ProcessLauncher) {
    this.#launcher = launcher;
  }

  /** For one more file; to be given back when that is closed. */
  take(): ReaderProcess {
    const idlest = [...this.#fileCounts].toSorted(([, one], [, other]) => one - other)[0];
    const process = idlest === undefined || this.#fileCounts.size < MOST_PROCESSES ? this.#launch() : idlest[0];
    this.#fileCounts.set(process, (this.#fileCounts.get(process) ?? 0) + 1);
    return process;
  }

  /** Resolves when the process has ended, if that was its last file. */
  async giveBack(process: ReaderProcess): Promise<void> {
    const count = (this.#fileCounts.get(process) ?? 1) - 1;
    if (count > 0) {
      this.#fileCounts.set(process, count);
      return;
    }
    this.#fileCounts.delete(process);
    process.end();
    await process.gone;
  }

  #launch(): ReaderProcess {
    const process = new ReaderProcess(this.#launcher.launch('reader'));
    // What died takes no more files; those that it had find out when they are read.
    void process.gone.then(() => this.#fileCounts.delete(process));
    return process;
  }
}
