import { faultOf } from '../../shared/errors.ts';
import type { FromJob, JobStart, ToJob } from './job-messages.ts';
import type { LaunchedProcess, ProcessExit, ProcessLauncher } from './process-launcher.ts';
import { runJob } from './run-job.ts';
import { throttledProgress } from './throttled-progress.ts';
import { createReader } from '../native/open-reader.ts';

/**
 * Runs jobs in this very process: a command has no window that must stay alive, and a scan takes less time than another
 * Node takes to start.
 */
export const createLocalLauncher = (): ProcessLauncher => ({
  isSeparate: false,
  launch: () => new LocalJob(),
});

class LocalJob implements LaunchedProcess {
  readonly #controller = new AbortController();
  readonly #messageListeners: ((message: unknown) => void)[] = [];
  readonly #exitListeners: ((exit: ProcessExit) => void)[] = [];

  send(message: unknown): void {
    const said = message as ToJob;
    if (said.type === 'cancel-job') this.#controller.abort();
    else void this.#run(said);
  }

  onMessage(listener: (message: unknown) => void): void {
    this.#messageListeners.push(listener);
  }

  onExit(listener: (exit: ProcessExit) => void): void {
    this.#exitListeners.push(listener);
  }

  /** What a job does in this process cannot be ended from outside; it ends at its next look at the signal. */
  kill(): void {
    this.#controller.abort();
  }

  async #run(start: JobStart): Promise<void> {
    const onProgress = throttledProgress((done, total) => this.#tell({ type: 'progress', done, total }));
    try {
      const onItems = (items: unknown): void => this.#tell({ type: 'items', items });
      const onNote = (note: string): void => this.#tell({ type: 'note', note });
      const { signal } = this.#controller;
      const result = await runJob(start, { reader: createReader(), signal, onProgress, onItems, onNote });
      this.#tell({ type: 'done', result });
    } catch (thrown) {
      this.#tell({ type: 'failed', fault: faultOf(thrown) });
    }
    for (const listener of this.#exitListeners) listener({ exitCode: 0, signal: null });
  }

  #tell(message: FromJob): void {
    for (const listener of this.#messageListeners) listener(message);
  }
}
