/** Keeps one engine process running. States: starting, listening, ended (waiting for its restart), closed. */
import { CrosslineError } from '../../shared/errors.ts';
import { createForkLauncher } from '../jobs/fork-launcher.ts';
import type { LaunchedProcess, ProcessExit } from '../jobs/process-launcher.ts';
import {
  STOP_GRACE_MS,
  type EngineProcessOptions,
  type FromEngineProcess,
  type ToEngineProcess,
} from './engine-process-messages.ts';
import { RestartBackoff } from './restart-backoff.ts';

export class EngineSupervisor {
  readonly #entry: string;
  readonly #log: (line: string) => void;
  readonly #backoff = new RestartBackoff();
  #options: EngineProcessOptions;
  #process: LaunchedProcess | null = null;
  #gone: Promise<void> = Promise.resolve();
  #restartTimer: NodeJS.Timeout | undefined;
  /** Once the first start has succeeded; before that, its failure is the caller's to handle. */
  #keepsRunning = false;

  constructor(entry: string, options: EngineProcessOptions, log: (line: string) => void) {
    this.#entry = entry;
    this.#options = options;
    this.#log = log;
  }

  /**
   * The first start. Later ones listen on the port that this one got.
   * @throws CrosslineError job-crashed where the engine ended without a word
   */
  async start(): Promise<FromEngineProcess> {
    const said = await this.#launch();
    if (said.type === 'listening') {
      this.#options = { ...this.#options, port: said.port };
      this.#keepsRunning = true;
    }
    return said;
  }

  async close(): Promise<void> {
    this.#keepsRunning = false;
    clearTimeout(this.#restartTimer);
    const launched = this.#process;
    if (launched === null) return;
    launched.send({ type: 'stop-engine' } satisfies ToEngineProcess);
    const timer = setTimeout(() => launched.kill(), STOP_GRACE_MS);
    await this.#gone;
    clearTimeout(timer);
  }

  #launch(): Promise<FromEngineProcess> {
    const launched = createForkLauncher(this.#entry).launch('Crossline engine');
    const startedMs = performance.now();
    this.#process = launched;
    return new Promise((resolve, reject) => {
      launched.onMessage((message) => resolve(message as FromEngineProcess));
      this.#gone = new Promise((gone) => {
        launched.onExit((exit) => {
          this.#process = null;
          gone();
          reject(new CrosslineError({ code: 'job-crashed', job: 'The engine', ...exit }));
          if (this.#keepsRunning) this.#restartAfter(exit, performance.now() - startedMs);
        });
      });
      launched.send({ type: 'start-engine', options: this.#options } satisfies ToEngineProcess);
    });
  }

  #restartAfter({ exitCode, signal }: ProcessExit, ranMs: number): void {
    this.#log(`The engine ended unexpectedly (${signal ?? `exit code ${String(exitCode)}`}); starting it again.`);
    this.#restartTimer = setTimeout(() => {
      // Its end, if it fails to start too, leads back here.
      this.#launch().catch(() => undefined);
    }, this.#backoff.nextDelayMs(ranMs));
  }
}
