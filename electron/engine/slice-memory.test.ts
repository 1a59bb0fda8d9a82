/** Buffers, cache and reads in progress: nothing is used twice at once, nothing is kept beyond its budget. */
import { describe, expect, it } from 'vitest';
import { CrosslineError } from '../../shared/errors.ts';
import { BufferPool } from './buffer-pool.ts';
import { loadedSlice, type LoadedSlice } from './loaded-slice.ts';
import { SliceCache } from './slice-cache.ts';
import { SliceReads } from './slice-reads.ts';

const READ = {
  readMs: 1,
  decodeMs: 1,
  bytesRead: 4,
  residentShare: null,
  majorFaults: null,
  origin: 'synthetic',
  file: null,
  traceStatus: null,
} as const;

const sliceFrom = (pool: BufferPool, length = 100, prefetched = false): LoadedSlice =>
  loadedSlice(pool.take(length), [1, length], READ, prefetched);

describe('the buffer pool', () => {
  it('gives a buffer again once its last holder has released it', () => {
    const pool = new BufferPool(1000);
    const buffer = pool.take(10);
    buffer.retain();
    buffer.release();
    expect(pool.take(10).data).not.toBe(buffer.data);
    buffer.release();
    expect(pool.take(10).data).toBe(buffer.data);
    expect(pool.lentCount).toBe(2);
  });

  it('gives buffers of exactly the length asked for', () => {
    const pool = new BufferPool(1000);
    pool.take(20).release();
    const { data } = pool.take(10);
    expect(data.length).toBe(10);
    expect(data.buffer.byteLength).toBe(40);
  });

  it('keeps no more than its budget', () => {
    const pool = new BufferPool(100);
    const [one, two, three] = [pool.take(10), pool.take(10), pool.take(10)];
    for (const buffer of [one, two, three]) buffer.release();
    const again = [pool.take(10), pool.take(10), pool.take(10)].map(({ data }) => data);
    expect(again).toContain(two.data);
    expect(again).not.toContain(three.data);
  });
});

describe('a full buffer pool', () => {
  it('makes room for the lengths that are in use now', () => {
    const pool = new BufferPool(100);
    for (const buffer of [pool.take(10), pool.take(10)]) buffer.release();
    const other = pool.take(20);
    other.release();
    expect(pool.take(20).data).toBe(other.data);
  });
});

describe('the slice cache', () => {
  it('stays within its budget by dropping what was unused for longest', () => {
    const pool = new BufferPool(0);
    const cache = new SliceCache(1000);
    for (const key of ['a', 'b']) cache.put(key, sliceFrom(pool));
    cache.take('a');
    cache.put('c', sliceFrom(pool));
    expect([cache.has('a'), cache.has('b'), cache.has('c'), cache.bytes]).toEqual([true, false, true, 800]);
  });

  it('keeps nothing that is larger than its budget, nor anything where that is 0', () => {
    const pool = new BufferPool(0);
    for (const budget of [0, 399]) {
      const cache = new SliceCache(budget);
      cache.put('a', sliceFrom(pool));
      expect([cache.has('a'), cache.bytes]).toEqual([false, 0]);
    }
  });

  it('holds the buffers of its slices, and lets go of each exactly once', () => {
    const pool = new BufferPool(0);
    const cache = new SliceCache(1000);
    for (const key of ['a', 'b', 'a', 'c']) {
      const slice = sliceFrom(pool);
      cache.put(key, slice);
      slice.buffer.release();
    }
    expect(pool.lentCount).toBe(2);
    cache.removeWhere('a');
    expect(pool.lentCount).toBe(1);
    cache.clear();
    expect([pool.lentCount, cache.bytes]).toEqual([0, 0]);
  });

  it('tells the first use of a prefetched slice from later ones', () => {
    const cache = new SliceCache(1000);
    cache.put('a', sliceFrom(new BufferPool(0), 10, true));
    expect(cache.take('a')?.isPrefetchHit).toBe(true);
    expect(cache.take('a')?.isPrefetchHit).toBe(false);
  });
});

describe('reads in progress', () => {
  /** A read that ends when told, and sees its abort. */
  function manualRead(pool: BufferPool) {
    let started = 0;
    const state: { signal: AbortSignal | null; end(): void } = { signal: null, end: () => undefined };
    const read = (signal: AbortSignal): Promise<LoadedSlice> => {
      started += 1;
      state.signal = signal;
      const slice = sliceFrom(pool);
      return new Promise((resolve, reject) => {
        state.end = () => {
          if (!signal.aborted) {
            resolve(slice);
            return;
          }
          slice.buffer.release();
          reject(new CrosslineError({ code: 'cancelled' }));
        };
      });
    };
    return { read, state, startedCount: () => started };
  }

  it('are shared by all who want the same slice, each a holder of its buffer', async () => {
    const pool = new BufferPool(0);
    const reads = new SliceReads();
    const { read, state, startedCount } = manualRead(pool);
    const signal = new AbortController().signal;
    const all = Promise.all([reads.load('a', read, signal), reads.load('a', read, signal)]);
    state.end();
    const [one, two] = await all;
    expect([startedCount(), one === two, pool.lentCount]).toEqual([1, true, 1]);
    one.buffer.release();
    expect(pool.lentCount).toBe(1);
    two.buffer.release();
    expect([pool.lentCount, reads.count]).toEqual([0, 0]);
  });

  it('go on while anyone waits, and are aborted when nobody does', async () => {
    const pool = new BufferPool(0);
    const reads = new SliceReads();
    const { read, state } = manualRead(pool);
    const [first, second] = [new AbortController(), new AbortController()];
    const early = reads.load('a', read, first.signal);
    const late = reads.load('a', read, second.signal);
    first.abort();
    await expect(early).rejects.toMatchObject({ fault: { code: 'cancelled' } });
    expect(state.signal?.aborted).toBe(false);
    second.abort();
    expect(state.signal?.aborted).toBe(true);
    let isTold = false;
    const told = late.catch(() => (isTold = true));
    await new Promise((resolve) => setTimeout(resolve));
    // The source may still be writing: neither the waiter nor the pool may think otherwise.
    expect([isTold, pool.lentCount]).toEqual([false, 1]);
    state.end();
    await told;
    expect([isTold, pool.lentCount]).toEqual([true, 0]);
  });

  it('start anew while an aborted one of the same slice is still stopping', async () => {
    const pool = new BufferPool(0);
    const reads = new SliceReads();
    const [aborted, fresh] = [manualRead(pool), manualRead(pool)];
    const controller = new AbortController();
    const given = reads.load('a', aborted.read, controller.signal).catch(() => 'gone');
    controller.abort();
    const wanted = reads.load('a', fresh.read, new AbortController().signal);
    aborted.state.end();
    fresh.state.end();
    expect(await given).toBe('gone');
    expect((await wanted).view.shape).toEqual([1, 100]);
    expect(reads.count).toBe(0);
  });
});
