/** A worker seen from outside: what its cases cost, and how it ended where it did not end well. */
import { fork, type ChildProcess } from 'node:child_process';
import { childrenOf, privateBytes } from '../../bench/harness/peak-memory.ts';
import type { CaseResult } from '../worker/run-case.ts';
import type { FailureKind } from '../worker/fuzz-failure.ts';
import type { CaseChoice, FromWorker, ToWorker, WorkerSetup } from '../worker/worker-messages.ts';
import type { FuzzCase } from '../cases/fuzz-case.ts';
import { LIMITS, LOOK_EVERY_MS, START_MS, type Limits } from './limits.ts';

export interface WatchedResult extends CaseResult {
  /** All of the case, its file written and every plane read. */
  readonly ms: number;
  /** Null where the system does not tell. */
  readonly peakBytes: number | null;
}

export interface WorkerProgram {
  /** The bundle of `worker/fuzz-worker.ts`. */
  readonly entry: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly setup: WorkerSetup;
}

/** The last lines of a stack are the ones that tell. */
const STDERR_KEPT = 4000;

export class FuzzProcess {
  readonly #child: ChildProcess;
  readonly #limits: Limits;
  #said = '';
  #isGone = false;

  private constructor({ entry, environment }: WorkerProgram, limits: Limits) {
    this.#limits = limits;
    const stdio = ['ignore', 'ignore', 'pipe', 'ipc'] as const;
    this.#child = fork(entry, [], { serialization: 'advanced', execArgv: [], env: environment, stdio: [...stdio] });
    this.#child.once('exit', () => (this.#isGone = true));
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#said = (this.#said + text).slice(-STDERR_KEPT);
    });
  }

  static async start(program: WorkerProgram, limits = LIMITS): Promise<FuzzProcess> {
    const worker = new FuzzProcess(program, limits);
    const { answer } = await worker.#ask({ type: 'set-up', setup: program.setup }, START_MS);
    if (answer.type === 'ready') return worker;
    worker.end();
    throw new Error(`The fuzzer's worker did not start: ${answer.type === 'ended' ? answer.detail : answer.type}`);
  }

  /** False once the process has ended or was ended; another must be started then. */
  get isAlive(): boolean {
    return !this.#isGone;
  }

  async run(choice: CaseChoice): Promise<WatchedResult> {
    const { answer, ms, peakBytes } = await this.#ask({ type: 'run', choice }, this.#limits.hangMs);
    const failed = (kind: FailureKind, detail: string): WatchedResult => ({
      outcome: 'failed',
      failure: { kind, detail },
      longestMs: ms,
      ms,
      peakBytes,
    });
    if (answer.type === 'ended') return failed(answer.kind, answer.detail);
    if (answer.type !== 'result') throw new Error(`The fuzzer's worker answered with ${answer.type}.`);
    const { result } = answer;
    if (result.failure !== null) return { ...result, ms, peakBytes };
    if (result.longestMs > this.#limits.caseMs) {
      return { ...failed('slow', `${Math.round(result.longestMs)} ms`), longestMs: result.longestMs };
    }
    if (peakBytes !== null && peakBytes > this.#limits.caseBytes) {
      return failed('memory', `${Math.round(peakBytes / 1e6)} MB`);
    }
    return { ...result, ms, peakBytes };
  }

  async describe(choice: CaseChoice): Promise<FuzzCase> {
    const { answer } = await this.#ask({ type: 'describe', choice }, START_MS);
    if (answer.type !== 'case') throw new Error(`The case cannot be described: ${answer.type}.`);
    return answer.fuzzCase;
  }

  async write(fuzzCase: FuzzCase, path: string): Promise<void> {
    await this.#ask({ type: 'write', fuzzCase, path }, START_MS);
  }

  end(): void {
    this.#isGone = true;
    this.#child.kill('SIGKILL');
  }

  #ask(message: ToWorker, limitMs: number): Promise<Answer> {
    const child = this.#child;
    const { fatalBytes } = this.#limits;
    const startMs = performance.now();
    let peakBytes: number | null = null;
    return new Promise((resolve) => {
      const settle = (answer: Answer['answer']): void => {
        clearInterval(looks);
        child.off('message', onMessage);
        child.off('exit', onExit);
        resolve({ answer, ms: performance.now() - startMs, peakBytes });
      };
      const giveUp = (kind: FailureKind, detail: string): void => {
        this.end();
        settle({ type: 'ended', kind, detail });
      };
      const onMessage = (said: unknown): void => settle(said as FromWorker);
      const onExit = (exitCode: number | null, signal: string | null): void =>
        settle({ type: 'ended', kind: 'crash', detail: `${signal ?? `exit code ${exitCode}`}: ${this.#said.trim()}` });
      const looks = setInterval(() => {
        const bytes = child.pid === undefined ? null : treeBytes(child.pid);
        if (bytes !== null) peakBytes = Math.max(peakBytes ?? 0, bytes);
        if (bytes !== null && bytes > fatalBytes) giveUp('memory', `more than ${fatalBytes / 1e6} MB`);
        else if (performance.now() - startMs > limitMs) giveUp('hang', `no end within ${limitMs} ms`);
      }, LOOK_EVERY_MS);
      child.on('message', onMessage);
      child.once('exit', onExit);
      if (this.#isGone) onExit(child.exitCode, child.signalCode);
      else child.send(message, () => undefined);
    });
  }
}

interface Answer {
  readonly answer: FromWorker | { readonly type: 'ended'; readonly kind: FailureKind; readonly detail: string };
  readonly ms: number;
  readonly peakBytes: number | null;
}

function treeBytes(pid: number): number | null {
  const own = privateBytes(pid);
  return own === null ? null : childrenOf(pid).reduce((sum, child) => sum + (treeBytes(child) ?? 0), own);
}
