/** Runs the cases of a seed in as many workers as wanted, and looks twice at what goes wrong. */
import { join } from 'node:path';
import type { FuzzCase } from '../cases/fuzz-case.ts';
import type { Failure } from '../worker/fuzz-failure.ts';
import { CampaignTally } from './campaign-tally.ts';
import { FuzzProcess, type WatchedResult, type WorkerProgram } from './fuzz-process.ts';
import { LIMITS, type Limits } from './limits.ts';
import { minimise } from './minimise.ts';

export interface CampaignOptions {
  readonly seed: number;
  /** Indices of the cases, from `first` to below `end`. */
  readonly first: number;
  readonly end: number;
  /** No case begins later than this. */
  readonly mostSeconds: number;
  readonly workers: number;
  readonly program: WorkerProgram;
  /** Default: what the requirement says. */
  readonly limits?: Limits;
  readonly signal: AbortSignal;
  readonly onFinding: (finding: FuzzFinding) => void;
  /** Cases done so far. */
  readonly onProgress: (tally: CampaignTally) => void;
}

export interface FuzzFinding {
  readonly name: string;
  readonly failure: Failure;
  /** As small as it fails alike. */
  readonly fuzzCase: FuzzCase;
}

/** Cost is the machine's too: it counts where it shows in every one of so many runs, each in a worker of its own. */
const RUNS_OF_COST = 3;
/** One defect fails in many cases; the rest of its kind are counted only. */
const MOST_FINDINGS = 20;

export async function runCampaign(options: CampaignOptions): Promise<CampaignTally> {
  const { seed, end, mostSeconds, workers, program, limits = LIMITS, signal, onFinding, onProgress } = options;
  const tally = new CampaignTally();
  const deadlineMs = performance.now() + mostSeconds * 1000;
  const known = new Set<string>();
  let next = options.first;
  const lane = async (number: number): Promise<void> => {
    const bench = new Workbench(program, limits, number);
    try {
      while (next < end && performance.now() < deadlineMs && !signal.aborted) {
        const index = next;
        next += 1;
        const choice = { seed, index };
        const first = await bench.run(choice);
        const result = first.failure === null ? first : await bench.lookAgain(choice, first);
        tally.add(`${seed}:${index}`, result);
        onProgress(tally);
        if (result.failure === null || known.size >= MOST_FINDINGS) continue;
        const kind = signature(result.failure);
        if (known.has(kind)) continue;
        known.add(kind);
        onFinding({ name: `${seed}:${index}`, failure: result.failure, fuzzCase: await bench.minimised(choice, kind) });
      }
    } finally {
      bench.close();
    }
  };
  await Promise.all(Array.from({ length: workers }, (_, number) => lane(number)));
  return tally;
}

type Choice = Parameters<FuzzProcess['run']>[0];

/** One worker after the other: a failed case may have left anything behind in the one that ran it. */
class Workbench {
  readonly #program: WorkerProgram;
  readonly #limits: Limits;
  #worker: FuzzProcess | null = null;

  constructor(program: WorkerProgram, limits: Limits, number: number) {
    const { setup } = program;
    this.#limits = limits;
    this.#program = { ...program, setup: { ...setup, folder: join(setup.folder, `worker-${number}`) } };
  }

  async run(choice: Choice): Promise<WatchedResult> {
    const worker = await this.#alive();
    const result = await worker.run(choice);
    if (result.failure !== null) worker.end();
    return result;
  }

  /** The failure where it is one of the case itself; else the result of a run that went well. */
  async lookAgain(choice: Choice, first: WatchedResult): Promise<WatchedResult> {
    const isCost = first.failure?.kind === 'slow' || first.failure?.kind === 'memory' || first.failure?.kind === 'hang';
    let latest = first;
    for (let run = 1; isCost && run < RUNS_OF_COST && latest.failure !== null; run += 1) {
      latest = await this.run(choice);
    }
    return latest;
  }

  async minimised(choice: Choice, kind: string): Promise<FuzzCase> {
    const fuzzCase = await (await this.#alive()).describe(choice);
    return await minimise(fuzzCase, async (candidate) => {
      const { failure } = await this.run({ fuzzCase: candidate });
      return failure !== null && signature(failure) === kind;
    });
  }

  close(): void {
    this.#worker?.end();
  }

  async #alive(): Promise<FuzzProcess> {
    if (this.#worker?.isAlive !== true) this.#worker = await FuzzProcess.start(this.#program, this.#limits);
    return this.#worker;
  }
}

/** What two failures of one defect have in common: their words without paths and numbers. */
export const signature = ({ kind, detail }: Failure): string =>
  `${kind} ${detail
    .slice(0, 400)
    .replaceAll(/\/\S+/g, 'PATH')
    .replaceAll(/-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/g, 'N')}`;
