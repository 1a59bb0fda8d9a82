/** What was read of the crossing that the tie panel shows, outside the stores since it holds samples. */
import type { OpenTie } from '../../../shared/tie-calls.ts';
import type { TieSubject } from '../../state/ties/tie-subject.ts';

export interface ShownTie extends OpenTie {
  readonly subject: TieSubject;
}

export class TieBoard {
  #latest: ShownTie | null = null;
  readonly #listeners = new Set<() => void>();

  readonly latest = (): ShownTie | null => this.#latest;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  put(tie: ShownTie | null): void {
    if (tie === this.#latest) return;
    this.#latest = tie;
    for (const listener of this.#listeners) listener();
  }
}
