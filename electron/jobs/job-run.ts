/**
 * One job in its process. It ends in exactly one way: done, failed with its own fault, cancelled, or crashed, which is
 * when its process is gone without having said any of these.
 */
import type { JobState } from '../../shared/contract.ts';
import { CrosslineError, type CrosslineFault } from '../../shared/errors.ts';
import type { FromJob, JobStart, ToJob } from './job-messages.ts';
import { ProgressRate } from './progress-rate.ts';
import type { LaunchedProcess, ProcessExit } from './process-launcher.ts';

/** A job that was told to stop and has not after this long is ended. */
const CANCEL_GRACE_MS = 2000;

export class JobRun {
  readonly result: Promise<unknown>;
  /** Resolves when the process is gone. */
  readonly gone: Promise<void>;
  readonly #process: LaunchedProcess;
  readonly #onChange: (state: JobState) => void;
  readonly #onItems: (items: unknown) => void;
  readonly #rate = new ProgressRate();
  #state: JobState;
  #isCancelled = false;
  #graceTimer: NodeJS.Timeout | undefined;
  #settle!: { resolve(result: unknown): void; reject(error: CrosslineError): void };

  constructor(
    process: LaunchedProcess,
    start: JobStart,
    initial: JobState,
    onChange: (state: JobState) => void,
    onItems: (items: unknown) => void,
  ) {
    this.#process = process;
    this.#onItems = onItems;
    this.#state = initial;
    this.#onChange = onChange;
    this.result = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));
    // A result that nobody waits for must not end the engine; the state tells what happened.
    this.result.catch(() => undefined);
    process.onMessage((message) => this.#hear(message as FromJob));
    this.gone = new Promise((settled) => {
      process.onExit((exit) => {
        this.#end(exit);
        settled();
      });
    });
    onChange(initial);
    process.send(start satisfies ToJob);
  }

  get state(): JobState {
    return this.#state;
  }

  cancel(): void {
    if (this.#isCancelled || this.#state.status !== 'running') return;
    this.#isCancelled = true;
    this.#process.send({ type: 'cancel-job' } satisfies ToJob);
    this.#graceTimer = setTimeout(() => this.#process.kill(), CANCEL_GRACE_MS);
  }

  kill(): void {
    this.#isCancelled = true;
    this.#process.kill();
  }

  #hear(message: FromJob): void {
    if (this.#state.status !== 'running') return;
    switch (message.type) {
      case 'progress':
        this.#change({
          done: message.done,
          total: message.total,
          ratePerSecond: this.#rate.at(message.done) ?? this.#state.ratePerSecond,
        });
        break;
      case 'note':
        this.#change({ note: message.note });
        break;
      case 'items':
        this.#onItems(message.items);
        break;
      case 'failed':
        this.#fail(message.fault);
        this.#process.kill();
        break;
      case 'done':
        this.#change({ status: 'done', done: this.#state.total });
        this.#settle.resolve(message.result);
        // It does not end by itself: in Electron what it said last could be lost on the way.
        this.#process.kill();
    }
  }

  #end({ exitCode, signal }: ProcessExit): void {
    clearTimeout(this.#graceTimer);
    if (this.#state.status !== 'running') return;
    this.#fail(
      this.#isCancelled ? { code: 'cancelled' } : { code: 'job-crashed', job: this.#state.title, exitCode, signal },
    );
  }

  #fail(fault: CrosslineFault): void {
    this.#change({ status: fault.code === 'cancelled' ? 'cancelled' : 'failed', fault });
    this.#settle.reject(new CrosslineError(fault));
  }

  #change(change: Partial<JobState>): void {
    this.#state = { ...this.#state, ...change };
    this.#onChange(this.#state);
  }
}
