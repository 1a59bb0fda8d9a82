/** Turns slice requests into scheduler tasks: from the cache where it can, else by the survey's source. */
import { faultOf } from '../../shared/errors.ts';
import { NO_DECIMATION, type Decimation, type SlicePlane, type SliceRequest } from '../../shared/slices.ts';
import type { BufferPool } from './buffer-pool.ts';
import type { EngineTally } from './engine-tally.ts';
import { coarsened, loadedSlice, type LoadedSlice } from './loaded-slice.ts';
import type { OpenSurvey } from './open-survey.ts';
import { checkedShape } from './plane-check.ts';
import type { PrefetchTask, VisibleTask } from './scheduler-client.ts';
import type { CacheHit, SliceCache } from './slice-cache.ts';
import { sliceKey } from './slice-key.ts';
import type { SlowSlices } from './slow-slices/slow-slices.ts';
import { SliceReads } from './slice-reads.ts';
import { pictureOf, type SlicePicture } from './slice-picture.ts';

export interface SliceServiceOptions {
  readonly cache: SliceCache;
  readonly pool: BufferPool;
  readonly tally: EngineTally;
  readonly slow: SlowSlices;
  /** A read found the survey's file changed. */
  onFileChanged(survey: OpenSurvey, thrown: unknown): void;
}

export class SliceService {
  readonly #options: SliceServiceOptions;
  readonly #reads = new SliceReads();

  constructor(options: SliceServiceOptions) {
    this.#options = options;
  }

  /** @throws CrosslineError out-of-range, or the survey's own fault */
  visibleTask(survey: OpenSurvey, request: SliceRequest): VisibleTask<SlicePicture> {
    const arrivedMs = performance.now();
    survey.checkReadable();
    const { plane, decimation, requestId, stream, unlessSlow } = request;
    const shape = checkedShape(survey.source.info, plane, decimation);
    const key = sliceKey(survey.keyPrefix, plane, decimation);
    const { tally, slow } = this.#options;
    return {
      requestId,
      stream,
      key,
      fromMemory: () => {
        const hit = this.#take(survey, plane, decimation, key);
        if (hit === null) return null;
        tally.cacheHits += 1;
        if (hit.isPrefetchHit) tally.prefetchHits += 1;
        hit.slice.buffer.retain();
        return pictureOf(request, hit.slice, { arrivedMs, startedMs: performance.now(), isCached: true });
      },
      read: async (signal) => {
        const startedMs = performance.now();
        if (unlessSlow === true) await this.#watched(survey, slow.refuseSlow(survey, plane, signal));
        const slice = await this.#load(survey, plane, decimation, shape, key, false, signal);
        return pictureOf(request, slice, { arrivedMs, startedMs, isCached: false });
      },
    };
  }

  /** @throws CrosslineError out-of-range, or the survey's own fault */
  prefetchTask(survey: OpenSurvey, plane: SlicePlane): PrefetchTask {
    survey.checkReadable();
    const shape = checkedShape(survey.source.info, plane, NO_DECIMATION);
    const key = sliceKey(survey.keyPrefix, plane, NO_DECIMATION);
    return {
      key,
      isLoaded: () => this.#options.cache.has(key),
      read: async (signal) => {
        // What takes seconds is not worth the disk before somebody wants it.
        await this.#options.slow.refuseSlow(survey, plane, signal);
        const slice = await this.#load(survey, plane, NO_DECIMATION, shape, key, true, signal);
        slice.buffer.release();
      },
    };
  }

  /** A read that finds the survey's file changed tells so. */
  async #watched<Result>(survey: OpenSurvey, reading: Promise<Result>): Promise<Result> {
    try {
      return await reading;
    } catch (thrown) {
      if (faultOf(thrown).code === 'file-changed') this.#options.onFileChanged(survey, thrown);
      throw thrown;
    }
  }

  /** A coarse picture is also in an exact slice, by strides. */
  #take(survey: OpenSurvey, plane: SlicePlane, decimation: Decimation, key: string): CacheHit | null {
    const { cache } = this.#options;
    const hit = cache.take(key);
    if (hit !== null || (decimation.rows === 1 && decimation.columns === 1)) return hit;
    const exact = cache.take(sliceKey(survey.keyPrefix, plane, NO_DECIMATION));
    return exact && { ...exact, slice: coarsened(exact.slice, plane.orientation, decimation) };
  }

  #load(
    survey: OpenSurvey,
    plane: SlicePlane,
    decimation: Decimation,
    shape: readonly [number, number],
    key: string,
    isPrefetch: boolean,
    signal: AbortSignal,
  ): Promise<LoadedSlice> {
    const read = async (readSignal: AbortSignal): Promise<LoadedSlice> => {
      const { cache, pool, tally } = this.#options;
      const buffer = pool.take(shape[0] * shape[1]);
      try {
        const report = await this.#watched(survey, survey.readSlice(plane, decimation, buffer.data, readSignal));
        tally.slicesRead += 1;
        tally.bytesRead += report.bytesRead;
        if (isPrefetch) tally.prefetchReads += 1;
        const slice = loadedSlice(buffer, shape, report, isPrefetch);
        if (key.startsWith(survey.keyPrefix)) cache.put(key, slice);
        return slice;
      } catch (thrown) {
        buffer.release();
        throw thrown;
      }
    };
    return this.#reads.load(key, read, signal);
  }
}
