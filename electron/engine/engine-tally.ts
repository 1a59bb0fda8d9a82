/** The engine's counts, see `EngineCounters` for what each of them means. */
import type { EngineCounters } from '../../shared/contract.ts';

export class EngineTally {
  slicesRead = 0;
  bytesRead = 0;
  cacheHits = 0;
  prefetchReads = 0;
  prefetchHits = 0;
  superseded = 0;
  cancelled = 0;

  countersWith(cacheBytes: number, cacheBudgetBytes: number): EngineCounters {
    const { slicesRead, bytesRead, cacheHits, prefetchReads, prefetchHits, superseded, cancelled } = this;
    const counts = { slicesRead, bytesRead, cacheHits, prefetchReads, prefetchHits, superseded, cancelled };
    return { ...counts, cacheBytes, cacheBudgetBytes };
  }
}
