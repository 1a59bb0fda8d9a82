/** Adds up the time spent in the stages of a search for crossings. */
import type { CrossingStages } from '../../../shared/crossing-stages.ts';

type Stage = 'load' | 'index' | 'search' | 'exact';

export class StageTimer {
  readonly #ms: Record<Stage, number> = { load: 0, index: 0, search: 0, exact: 0 };
  #stage: Stage;
  #since = performance.now();

  constructor(first: Stage) {
    this.#stage = first;
  }

  enter(stage: Stage): void {
    const now = performance.now();
    this.#ms[this.#stage] += now - this.#since;
    this.#stage = stage;
    this.#since = now;
  }

  stop(): CrossingStages {
    this.enter(this.#stage);
    const { load, index, search, exact } = this.#ms;
    return { loadMs: load, indexMs: index, searchMs: search, exactMs: exact };
  }
}
