/** Scan results that are still being written are waited for: a job's process ends with it. */
import type { IndexStore } from '../formats/segy/scan-index.ts';

export class AwaitedIndex implements IndexStore {
  readonly keepsSmall: boolean;
  readonly #store: IndexStore;
  readonly #pending = new Set<Promise<void>>();

  constructor(store: IndexStore) {
    this.#store = store;
    this.keepsSmall = store.keepsSmall;
  }

  load(...file: Parameters<IndexStore['load']>): ReturnType<IndexStore['load']> {
    return this.#store.load(...file);
  }

  keep(...result: Parameters<IndexStore['keep']>): Promise<void> {
    const kept = this.#store.keep(...result).finally(() => this.#pending.delete(kept));
    this.#pending.add(kept);
    return kept;
  }

  async whenKept(): Promise<void> {
    await Promise.all(this.#pending);
  }
}
