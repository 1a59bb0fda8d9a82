import { describe, expect, it } from 'vitest';
import { CrosslineError } from '../../shared/errors.ts';
import type { Picture, PrefetchTask, SchedulerClient, VisibleTask } from './scheduler-client.ts';
import { SliceScheduler } from './slice-scheduler.ts';

interface TestPicture extends Picture {
  readonly requestId: number;
}

/** A scheduler whose reads end when the test says so. */
class Bench {
  readonly dropped: string[] = [];
  readonly started: string[] = [];
  readonly aborted: string[] = [];
  readonly released: number[] = [];
  readonly inMemory = new Set<string>();
  readonly scheduler: SliceScheduler<TestPicture>;
  readonly #ends = new Map<string, () => void>();

  constructor(maxReads = 3) {
    this.scheduler = new SliceScheduler({ maxReads, onDropped: (code) => this.dropped.push(code) });
  }

  /** @returns what became of the request: its id, or the code of its fault */
  request(client: SchedulerClient<TestPicture>, requestId: number, stream: string, key = `key${requestId}`) {
    const picture = { requestId, release: () => this.released.push(requestId) };
    const task: VisibleTask<TestPicture> = {
      requestId,
      stream,
      key,
      fromMemory: () => (this.inMemory.has(key) ? picture : null),
      read: async (signal) => {
        await this.#read(key, signal);
        return picture;
      },
    };
    return this.scheduler.request(client, task).then(
      (given) => given.requestId,
      (thrown: unknown) => (thrown as CrosslineError).fault.code,
    );
  }

  wish(key: string): PrefetchTask {
    return {
      key,
      isLoaded: () => this.inMemory.has(key),
      read: async (signal) => {
        await this.#read(key, signal);
        this.inMemory.add(key);
      },
    };
  }

  async end(key: string): Promise<void> {
    this.#ends.get(key)!();
    await settle();
  }

  /** An aborted read ends only when the test ends it: until then it may write to its buffer. */
  #read(key: string, signal: AbortSignal): Promise<void> {
    this.started.push(key);
    signal.addEventListener('abort', () => this.aborted.push(key));
    return new Promise((resolve, reject) => {
      this.#ends.set(key, () => {
        if (signal.aborted) reject(new CrosslineError({ code: 'cancelled' }));
        else resolve();
      });
    });
  }
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('visible requests', () => {
  it('start in order of arrival, as many at once as allowed', async () => {
    const bench = new Bench(2);
    const client = bench.scheduler.addClient(Infinity);
    const all = [1, 2, 3].map((id) => bench.request(client, id, `s${id}`));
    expect(bench.started).toEqual(['key1', 'key2']);
    await bench.end('key2');
    expect(bench.started).toEqual(['key1', 'key2', 'key3']);
    await bench.end('key1');
    await bench.end('key3');
    expect(await Promise.all(all)).toEqual([1, 2, 3]);
  });

  it('replace what the same stream of the same client still waits for', async () => {
    const bench = new Bench(1);
    const [one, other] = [bench.scheduler.addClient(Infinity), bench.scheduler.addClient(Infinity)];
    const blocking = bench.request(one, 1, 'blocking');
    const replaced = bench.request(one, 2, 'inline');
    const foreign = bench.request(other, 2, 'inline', 'foreign');
    const latest = bench.request(one, 3, 'inline');
    expect(await replaced).toBe('superseded');
    await bench.end('key1');
    await bench.end('foreign');
    await bench.end('key3');
    expect(await Promise.all([blocking, foreign, latest])).toEqual([1, 2, 3]);
    expect(bench.started).not.toContain('key2');
    expect(bench.dropped).toEqual(['superseded']);
  });

  it('stop the read that they replace, and start only when it has stopped', async () => {
    const bench = new Bench(1);
    const client = bench.scheduler.addClient(Infinity);
    const replaced = bench.request(client, 1, 'inline');
    const latest = bench.request(client, 2, 'inline');
    expect(await replaced).toBe('superseded');
    expect(bench.aborted).toEqual(['key1']);
    expect(bench.started).toEqual(['key1']);
    await bench.end('key1');
    expect(bench.started).toEqual(['key1', 'key2']);
    await bench.end('key2');
    expect(await latest).toBe(2);
  });

  it('need no place among the reads when they are in memory', async () => {
    const bench = new Bench(1);
    const client = bench.scheduler.addClient(Infinity);
    void bench.request(client, 1, 'slow');
    bench.inMemory.add('key2');
    expect(await bench.request(client, 2, 'fast')).toBe(2);
  });

  it('can be cancelled, queued or running', async () => {
    const bench = new Bench(1);
    const client = bench.scheduler.addClient(Infinity);
    const [running, queued] = [bench.request(client, 1, 'a'), bench.request(client, 2, 'b')];
    bench.scheduler.cancel(client, 2);
    bench.scheduler.cancel(client, 1);
    bench.scheduler.cancel(client, 99);
    expect(await Promise.all([running, queued])).toEqual(['cancelled', 'cancelled']);
    expect(bench.aborted).toEqual(['key1']);
    expect(bench.dropped).toEqual(['cancelled', 'cancelled']);
  });

  it('pass on why their read failed', async () => {
    const { scheduler } = new Bench();
    const failing: VisibleTask<TestPicture> = {
      requestId: 1,
      stream: 's',
      key: 'k',
      fromMemory: () => null,
      read: () => Promise.reject(new CrosslineError({ code: 'io-failed', path: 'p', detail: 'd' })),
    };
    const client = scheduler.addClient(Infinity);
    await expect(scheduler.request(client, failing)).rejects.toMatchObject({ fault: { code: 'io-failed' } });
  });
});

describe('a client at the end of a wire', () => {
  it('never has more than two pictures on their way', async () => {
    const bench = new Bench();
    const client = bench.scheduler.addClient(2);
    const given: unknown[] = [];
    for (let id = 1; id <= 5; id += 1) {
      bench.inMemory.add(`key${id}`);
      void bench.request(client, id, `s${id}`).then((result) => given.push(result));
    }
    await settle();
    expect(given).toEqual([1, 2]);
    bench.scheduler.acknowledge(client, 2);
    await settle();
    expect(given).toEqual([1, 2, 3]);
    bench.scheduler.acknowledge(client, 2);
    await settle();
    expect(given).toEqual([1, 2, 3]);
    bench.scheduler.acknowledge(client, 1);
    bench.scheduler.acknowledge(client, 3);
    await settle();
    expect(given).toEqual([1, 2, 3, 4, 5]);
    expect(bench.released).toEqual([2, 1, 3]);
  });

  it('counts what is being read for it, but not what it gave up', () => {
    const bench = new Bench();
    const client = bench.scheduler.addClient(2);
    void bench.request(client, 1, 'a');
    void bench.request(client, 2, 'b');
    void bench.request(client, 3, 'c');
    expect(bench.started).toEqual(['key1', 'key2']);
    bench.scheduler.cancel(client, 1);
    expect(bench.started).toEqual(['key1', 'key2', 'key3']);
  });

  it('does not keep another client waiting', async () => {
    const bench = new Bench();
    const [full, other] = [bench.scheduler.addClient(0), bench.scheduler.addClient(2)];
    void bench.request(full, 1, 'a');
    const served = bench.request(other, 2, 'a');
    await bench.end('key2');
    expect(await served).toBe(2);
  });

  it('leaves nothing behind when it goes', async () => {
    const bench = new Bench(1);
    const client = bench.scheduler.addClient(2);
    bench.inMemory.add('key1');
    await bench.request(client, 1, 'a');
    const [running, queued] = [bench.request(client, 2, 'b'), bench.request(client, 3, 'c')];
    bench.scheduler.prefetch(client, 'a', [bench.wish('ahead')]);
    bench.scheduler.removeClient(client);
    expect(await Promise.all([running, queued])).toEqual(['cancelled', 'cancelled']);
    expect(bench.released).toEqual([1]);
    await bench.end('key2');
    expect(bench.started).toEqual(['key2']);
  });
});

describe('prefetch', () => {
  it('waits until nothing visible is queued or read, then reads one after another', async () => {
    const bench = new Bench();
    const client = bench.scheduler.addClient(Infinity);
    void bench.request(client, 1, 'inline');
    bench.scheduler.prefetch(client, 'inline', [bench.wish('next'), bench.wish('after')]);
    expect(bench.started).toEqual(['key1']);
    await bench.end('key1');
    expect(bench.started).toEqual(['key1', 'next']);
    await bench.end('next');
    expect(bench.started).toEqual(['key1', 'next', 'after']);
  });

  it('yields to a visible read and comes back to what it left', async () => {
    const bench = new Bench();
    const client = bench.scheduler.addClient(Infinity);
    bench.scheduler.prefetch(client, 'inline', [bench.wish('next')]);
    const visible = bench.request(client, 1, 'time');
    expect(bench.aborted).toEqual(['next']);
    await bench.end('next');
    await bench.end('key1');
    expect(await visible).toBe(1);
    expect(bench.started).toEqual(['next', 'key1', 'next']);
  });

  it('goes on when the visible request wants just what it reads', () => {
    const bench = new Bench();
    const client = bench.scheduler.addClient(Infinity);
    bench.scheduler.prefetch(client, 'inline', [bench.wish('next')]);
    void bench.request(client, 1, 'inline', 'next');
    expect(bench.aborted).toEqual([]);
  });

  it('forgets earlier wishes of its stream, and stops reading what is no longer wished', async () => {
    const bench = new Bench();
    const client = bench.scheduler.addClient(Infinity);
    bench.scheduler.prefetch(client, 'inline', [bench.wish('5'), bench.wish('6'), bench.wish('7')]);
    bench.scheduler.prefetch(client, 'inline', [bench.wish('4'), bench.wish('3')]);
    expect(bench.aborted).toEqual(['5']);
    await bench.end('5');
    await bench.end('4');
    await bench.end('3');
    expect(bench.started).toEqual(['5', '4', '3']);
  });

  it('skips what is in memory, and lets clients take turns', async () => {
    const bench = new Bench();
    const [one, other] = [bench.scheduler.addClient(2), bench.scheduler.addClient(2)];
    void bench.request(one, 1, 's');
    bench.inMemory.add('a1');
    bench.scheduler.prefetch(one, 's', [bench.wish('a1'), bench.wish('a2'), bench.wish('a3')]);
    bench.scheduler.prefetch(other, 's', [bench.wish('b1')]);
    for (const key of ['key1', 'a2', 'b1', 'a3']) await bench.end(key);
    expect(bench.started).toEqual(['key1', 'a2', 'b1', 'a3']);
  });
});

it('ends everything that was asked of stale data', async () => {
  const bench = new Bench(1);
  const client = bench.scheduler.addClient(Infinity);
  const stale = [bench.request(client, 1, 'a', 'old/1'), bench.request(client, 2, 'b', 'old/2')];
  const fresh = bench.request(client, 3, 'c', 'new/3');
  bench.scheduler.prefetch(client, 'a', [bench.wish('old/4')]);
  bench.scheduler.dropKeys('old/', (requestId) => ({ code: 'superseded', requestId }));
  expect(await Promise.all(stale)).toEqual(['superseded', 'superseded']);
  await bench.end('old/1');
  await bench.end('new/3');
  expect(await fresh).toBe(3);
  expect(bench.started).toEqual(['old/1', 'new/3']);
});
