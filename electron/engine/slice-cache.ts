/** Slices kept within a budget of bytes; the one unused for longest leaves first. */
import type { LoadedSlice } from './loaded-slice.ts';

interface Entry {
  readonly slice: LoadedSlice;
  readonly bytes: number;
  /** Prefetched and not asked for yet. */
  isUnseenPrefetch: boolean;
}

export interface CacheHit {
  readonly slice: LoadedSlice;
  /** The first visible use of a prefetched slice. */
  readonly isPrefetchHit: boolean;
}

export class SliceCache {
  readonly budgetBytes: number;
  /** In order of use: a Map keeps the order of insertion. */
  readonly #entries = new Map<string, Entry>();
  #bytes = 0;

  constructor(budgetBytes: number) {
    this.budgetBytes = budgetBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  /** The caller retains the slice's buffer for as long as it uses it. */
  take(key: string): CacheHit | null {
    const entry = this.#entries.get(key);
    if (entry === undefined) return null;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    const isPrefetchHit = entry.isUnseenPrefetch;
    entry.isUnseenPrefetch = false;
    return { slice: entry.slice, isPrefetchHit };
  }

  /** Retains the slice's buffer while it stays; does nothing where it alone exceeds the budget. */
  put(key: string, slice: LoadedSlice): void {
    const bytes = slice.buffer.data.byteLength + (slice.read.traceStatus?.byteLength ?? 0);
    if (bytes > this.budgetBytes) return;
    this.#remove(key);
    slice.buffer.retain();
    this.#entries.set(key, { slice, bytes, isUnseenPrefetch: slice.prefetched });
    this.#bytes += bytes;
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.budgetBytes) break;
      this.#remove(oldest);
    }
  }

  removeWhere(prefix: string): void {
    for (const key of [...this.#entries.keys()]) if (key.startsWith(prefix)) this.#remove(key);
  }

  clear(): void {
    this.removeWhere('');
  }

  #remove(key: string): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#entries.delete(key);
    this.#bytes -= entry.bytes;
    entry.slice.buffer.release();
  }
}
