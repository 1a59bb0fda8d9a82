/** Turns slice requests into scheduler tasks: from the cache where it can, else by the survey's source. */
import { faultOf } from '../../shared/errors.ts';
import { NO_DECIMATION, type SlicePlane, type SliceRequest } from '../../shared/slices.ts';
import type { SurveyId } from '../../shared/survey.ts';
import type { BufferPool } from './buffer-pool.ts';
import type { EngineTally } from './engine-tally.ts';
import { coarsened, loadedSlice, type LoadedSlice } from './loaded-slice.ts';
import type { OpenSurvey } from './open-survey.ts';
import type { PrefetchTask, VisibleTask } from './scheduler-client.ts';
import type { CacheHit, SliceCache } from './slice-cache.ts';
import type { SlowSlices } from './slow-slices/slow-slices.ts';
import { SliceReads } from './slice-reads.ts';
import { pictureOf, type SlicePicture } from './slice-picture.ts';
import { wantedSlice, type WantedSlice } from './wanted-slice.ts';

export interface SliceServiceOptions {
  readonly cache: SliceCache;
  readonly pool: BufferPool;
  readonly tally: EngineTally;
  readonly slow: SlowSlices;
  /** @throws CrosslineError survey-not-open */
  readonly surveyOf: (surveyId: SurveyId) => OpenSurvey;
  /** A read found the survey's file changed. */
  onFileChanged(survey: OpenSurvey, thrown: unknown): void;
}

export class SliceService {
  readonly #options: SliceServiceOptions;
  readonly #reads = new SliceReads();

  constructor(options: SliceServiceOptions) {
    this.#options = options;
  }

  /** @throws CrosslineError as `wantedSlice` */
  visibleTask(survey: OpenSurvey, request: SliceRequest): VisibleTask<SlicePicture> {
    const arrivedMs = performance.now();
    const { plane, requestId, stream, unlessSlow } = request;
    const { tally, slow, surveyOf } = this.#options;
    const wanted = wantedSlice(survey, plane, request.decimation, surveyOf);
    return {
      requestId,
      stream,
      key: wanted.key,
      fromMemory: () => {
        const hit = this.#take(wanted);
        if (hit === null) return null;
        tally.cacheHits += 1;
        if (hit.isPrefetchHit) tally.prefetchHits += 1;
        hit.slice.buffer.retain();
        return pictureOf(request, hit.slice, { arrivedMs, startedMs: performance.now(), isCached: true });
      },
      read: async (signal) => {
        const startedMs = performance.now();
        if (unlessSlow === true) await this.#watched(survey, slow.refuseSlow(survey, plane, signal));
        const slice = await this.#load(wanted, false, signal);
        return pictureOf(request, slice, { arrivedMs, startedMs, isCached: false });
      },
    };
  }

  /** @throws CrosslineError as `wantedSlice` */
  prefetchTask(survey: OpenSurvey, plane: SlicePlane): PrefetchTask {
    const { cache, slow, surveyOf } = this.#options;
    const wanted = wantedSlice(survey, plane, NO_DECIMATION, surveyOf);
    return {
      key: wanted.key,
      isLoaded: () => cache.has(wanted.key),
      read: async (signal) => {
        // What takes seconds is not worth the disk before somebody wants it.
        await slow.refuseSlow(survey, plane, signal);
        const slice = await this.#load(wanted, true, signal);
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
  #take({ key, exactKey, plane, decimation }: WantedSlice): CacheHit | null {
    const { cache } = this.#options;
    const hit = cache.take(key);
    if (hit !== null || key === exactKey) return hit;
    const exact = cache.take(exactKey);
    return exact && { ...exact, slice: coarsened(exact.slice, plane.orientation, decimation) };
  }

  #load({ survey, shape, key, read }: WantedSlice, isPrefetch: boolean, signal: AbortSignal): Promise<LoadedSlice> {
    const load = async (loadSignal: AbortSignal): Promise<LoadedSlice> => {
      const { cache, pool, tally } = this.#options;
      const buffer = pool.take(shape[0] * shape[1]);
      try {
        const report = await this.#watched(survey, read(buffer.data, loadSignal));
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
    return this.#reads.load(key, load, signal);
  }
}
