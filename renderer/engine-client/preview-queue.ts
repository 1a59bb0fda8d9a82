/**
 * Previews of one file, the one that is looked at before those of the list. The engine reads one preview at a time for a
 * client and gives up the earlier one, so this asks for one at a time; a preview of the list that was given up is asked for again.
 */
import { faultOf, type CrosslineFault } from '../../shared/errors.ts';
import type { MappingPreview } from '../../shared/mapping/mapping-proposal.ts';
import { overridesKey, type MappingOverrides } from '../../shared/mapping/segy-mapping.ts';

export type PreviewOutcome =
  | { readonly status: 'ready'; readonly preview: MappingPreview }
  | { readonly status: 'failed'; readonly fault: CrosslineFault };

/** What the large view shows. */
export interface ShownPreview {
  /** The latest one that could be read, of whichever overrides; null before the first. */
  readonly preview: MappingPreview | null;
  /** Why the overrides looked at cannot be read. */
  readonly fault: CrosslineFault | null;
  /** The preview is not that of the overrides looked at, yet. */
  readonly isPending: boolean;
}

/** Some hundred kilobytes each. */
const MOST_KEPT = 64;

export class PreviewQueue {
  readonly #load: (overrides: MappingOverrides) => Promise<MappingPreview>;
  readonly #listeners = new Set<() => void>();
  readonly #outcomes = new Map<string, PreviewOutcome>();
  #listed: readonly MappingOverrides[] = [];
  #wanted: MappingOverrides | null = null;
  #shown: ShownPreview = { preview: null, fault: null, isPending: false };
  /** The number of the load that is waited for; an earlier one gave way to it. */
  #running: number | null = null;
  #loadCount = 0;
  #isClosed = false;

  constructor(load: (overrides: MappingOverrides) => Promise<MappingPreview>) {
    this.#load = load;
  }

  get shown(): ShownPreview {
    return this.#shown;
  }

  /** Null while it was not read. */
  outcomeOf(overrides: MappingOverrides): PreviewOutcome | null {
    return this.#outcomes.get(overridesKey(overrides)) ?? null;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Looks at this one now: whatever is being read gives way. */
  show(overrides: MappingOverrides): void {
    this.#wanted = overrides;
    if (this.#outcomes.has(overridesKey(overrides))) this.#tell();
    else void this.#run(overrides);
  }

  /** Reads these when nothing else is wanted, in their order. */
  fill(listed: readonly MappingOverrides[]): void {
    this.#listed = listed;
    this.#next();
  }

  /** Nothing is asked for any more, and nothing is told. */
  close(): void {
    this.#isClosed = true;
    this.#listeners.clear();
  }

  #next(): void {
    if (this.#running !== null || this.#isClosed) return;
    const isUnread = (overrides: MappingOverrides): boolean => !this.#outcomes.has(overridesKey(overrides));
    this.#listed = this.#listed.filter(isUnread);
    const [next] = this.#wanted !== null && isUnread(this.#wanted) ? [this.#wanted] : this.#listed;
    if (next !== undefined) void this.#run(next);
  }

  async #run(overrides: MappingOverrides): Promise<void> {
    const load = (this.#loadCount += 1);
    this.#running = load;
    this.#tell();
    const outcome = await this.#outcome(overrides);
    if (this.#isClosed) return;
    const isGivenUp = this.#running !== load && outcome.status === 'failed';
    if (!isGivenUp) this.#keep(overrides, outcome);
    if (this.#running === load) this.#running = null;
    this.#tell();
    this.#next();
  }

  async #outcome(overrides: MappingOverrides): Promise<PreviewOutcome> {
    try {
      return { status: 'ready', preview: await this.#load(overrides) };
    } catch (thrown) {
      return { status: 'failed', fault: faultOf(thrown) };
    }
  }

  #keep(overrides: MappingOverrides, outcome: PreviewOutcome): void {
    this.#outcomes.set(overridesKey(overrides), outcome);
    for (const eldest of this.#outcomes.keys()) {
      if (this.#outcomes.size <= MOST_KEPT) break;
      this.#outcomes.delete(eldest);
    }
  }

  #tell(): void {
    const outcome = this.#wanted === null ? null : this.outcomeOf(this.#wanted);
    this.#shown = {
      preview: outcome?.status === 'ready' ? outcome.preview : this.#shown.preview,
      fault: outcome?.status === 'failed' ? outcome.fault : null,
      isPending: this.#wanted !== null && outcome === null,
    };
    for (const listener of this.#listeners) listener();
  }
}
