/** Runs jobs, one process each, and tells their states. */
import type { JobId, JobState } from '../../shared/contract.ts';
import type { JobStart } from './job-messages.ts';
import { JobRun } from './job-run.ts';
import { JOB_UNITS, type JobItems, type JobKind, type JobParameters, type JobResult } from './job-table.ts';
import type { ProcessLauncher } from './process-launcher.ts';
import { WarmLauncher } from './warm-launcher.ts';

/** Asked for with every line that comes, or every crossing that is looked at, and done in milliseconds: these jobs follow each other in one process. */
const WARM_KINDS: readonly JobKind[] = ['cross', 'index', 'tie'];

export interface StartedJob<K extends JobKind> {
  readonly id: JobId;
  /** Rejects with CrosslineError: the job's own fault, cancelled, or job-crashed. */
  readonly result: Promise<JobResult<K>>;
}

export class JobRunner {
  readonly #launcher: ProcessLauncher;
  readonly #warm: WarmLauncher | null;
  readonly #onChange: (job: JobState) => void;
  readonly #runs = new Map<JobId, JobRun>();
  #startedCount = 0;

  constructor(launcher: ProcessLauncher, onChange: (job: JobState) => void) {
    this.#launcher = launcher;
    this.#warm = launcher.isSeparate ? new WarmLauncher(launcher) : null;
    this.#onChange = onChange;
  }

  /** Whether jobs run in processes of their own. */
  get isSeparate(): boolean {
    return this.#launcher.isSeparate;
  }

  list(): readonly JobState[] {
    return [...this.#runs.values()].map(({ state }) => state).filter(({ status }) => status === 'running');
  }

  /** Processes that are not gone yet, also those whose job has ended. */
  get processCount(): number {
    return this.#runs.size + (this.#warm?.idleCount ?? 0);
  }

  /** @param onItems takes what the job gives piece by piece; not called after its result has settled */
  start<K extends JobKind>(
    kind: K,
    title: string,
    parameters: JobParameters<K>,
    onItems: (items: JobItems[K]) => void = () => undefined,
  ): StartedJob<K> {
    this.#startedCount += 1;
    const id = `job-${this.#startedCount}`;
    const unit = JOB_UNITS[kind];
    const state: JobState = {
      id,
      kind,
      title,
      status: 'running',
      done: 0,
      total: 0,
      unit,
      ratePerSecond: null,
      note: null,
      fault: null,
    };
    const start = { type: 'start-job', kind, parameters } as JobStart;
    const launcher = WARM_KINDS.includes(kind) ? (this.#warm ?? this.#launcher) : this.#launcher;
    const run = new JobRun(launcher.launch(title), start, state, this.#onChange, (items) =>
      onItems(items as JobItems[K]),
    );
    this.#runs.set(id, run);
    void run.gone.then(() => this.#runs.delete(id));
    return { id, result: run.result as Promise<JobResult<K>> };
  }

  /** Does nothing where the job has ended. */
  cancel(id: JobId): void {
    this.#runs.get(id)?.cancel();
  }

  /** Ends every job and waits until their processes are gone. */
  async close(): Promise<void> {
    const runs = [...this.#runs.values()];
    for (const run of runs) run.kill();
    await Promise.all(runs.map(({ gone }) => gone));
    await this.#warm?.close();
  }
}
