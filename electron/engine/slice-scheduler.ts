/**
 * Which read starts next. Visible requests come first, in order of arrival; a newer request of the same stream replaces
 * the older one, queued or running; a client gets no further picture while too many are on their way to it; prefetch
 * runs one read at a time, only while nothing visible waits or is read, and yields to a visible read that starts.
 */
import { CrosslineError, type CrosslineFault } from '../../shared/errors.ts';
import { PrefetchLane } from './prefetch-lane.ts';
import {
  SchedulerClient,
  type PendingRequest,
  type Picture,
  type PrefetchTask,
  type RunningRequest,
  type VisibleTask,
} from './scheduler-client.ts';

export interface SchedulerOptions {
  /** Visible reads at the same time, of all clients together. */
  readonly maxReads: number;
  onDropped(code: 'superseded' | 'cancelled'): void;
}

export class SliceScheduler<P extends Picture> {
  readonly #options: SchedulerOptions;
  readonly #clients = new Set<SchedulerClient<P>>();
  readonly #queue: PendingRequest<P>[] = [];
  readonly #prefetch = new PrefetchLane<P>();
  /** Reads that have not settled, also those whose request was already answered. */
  #reads = 0;

  constructor(options: SchedulerOptions) {
    this.#options = options;
  }

  /** @param maxOnTheWay pictures being read for or sent to the client that it has not acknowledged */
  addClient(maxOnTheWay: number): SchedulerClient<P> {
    const client = new SchedulerClient<P>(maxOnTheWay);
    this.#clients.add(client);
    return client;
  }

  /** @throws CrosslineError superseded, cancelled (also once the client was removed), and what the read rejects with */
  request(client: SchedulerClient<P>, task: VisibleTask<P>): Promise<P> {
    if (client.isClosed) return Promise.reject(new CrosslineError({ code: 'cancelled' }));
    this.#supersede(client, task.stream);
    return new Promise<P>((resolve, reject) => {
      this.#queue.push({ client, task, resolve, reject });
      this.#pump();
    });
  }

  /** Replaces the stream's earlier wishes. */
  prefetch(client: SchedulerClient<P>, stream: string, tasks: readonly PrefetchTask[]): void {
    this.#prefetch.wish(client, stream, tasks);
    this.#pump();
  }

  cancel(client: SchedulerClient<P>, requestId: number): void {
    this.#drop(
      (request) => request.client === client && request.task.requestId === requestId,
      () => ({ code: 'cancelled' }),
    );
    this.#pump();
  }

  acknowledge(client: SchedulerClient<P>, requestId: number): void {
    client.acknowledge(requestId);
    this.#pump();
  }

  /** Drops everything of a client that is gone. */
  removeClient(client: SchedulerClient<P>): void {
    client.isClosed = true;
    this.#prefetch.removeClient(client);
    this.#drop(
      (request) => request.client === client,
      () => ({ code: 'cancelled' }),
    );
    this.#clients.delete(client);
    client.releaseAll();
    this.#pump();
  }

  /** Ends what was asked of data that are no longer what they were. */
  dropKeys(prefix: string, faultFor: (requestId: number) => CrosslineFault): void {
    this.#prefetch.dropKeys(prefix);
    this.#drop(
      ({ task }) => task.key.startsWith(prefix),
      ({ task }) => faultFor(task.requestId),
    );
    this.#pump();
  }

  #supersede(client: SchedulerClient<P>, stream: string): void {
    this.#drop(
      (request) => request.client === client && request.task.stream === stream,
      ({ task }) => ({ code: 'superseded', requestId: task.requestId }),
    );
  }

  #drop(
    matches: (request: PendingRequest<P>) => boolean,
    faultFor: (request: PendingRequest<P>) => CrosslineFault,
  ): void {
    for (let index = this.#queue.length - 1; index >= 0; index -= 1) {
      const request = this.#queue[index]!;
      if (!matches(request)) continue;
      this.#queue.splice(index, 1);
      this.#refuse(request, faultFor(request));
    }
    for (const client of this.#clients) {
      for (const request of client.running) {
        if (!matches(request)) continue;
        client.running.delete(request);
        this.#refuse(request, faultFor(request));
        request.controller.abort();
      }
    }
  }

  #refuse(request: PendingRequest<P>, fault: CrosslineFault): void {
    if (fault.code === 'superseded' || fault.code === 'cancelled') this.#options.onDropped(fault.code);
    request.reject(new CrosslineError(fault));
  }

  #pump(): void {
    for (let index = 0; index < this.#queue.length;) {
      if (this.#tryStart(this.#queue[index]!)) this.#queue.splice(index, 1);
      else index += 1;
    }
    if (this.#queue.length === 0 && this.#reads === 0) this.#prefetch.startNext(() => this.#pump());
  }

  /** False where the request has to wait. */
  #tryStart(request: PendingRequest<P>): boolean {
    const { client, task } = request;
    if (!client.mayStart) return false;
    const picture = task.fromMemory();
    if (picture !== null) {
      this.#deliver(request, picture);
      return true;
    }
    if (this.#reads >= this.#options.maxReads) return false;
    this.#read(request);
    return true;
  }

  #read(request: PendingRequest<P>): void {
    const { client, task } = request;
    this.#prefetch.yieldTo(task.key);
    const running: RunningRequest<P> = { ...request, controller: new AbortController() };
    client.running.add(running);
    this.#reads += 1;
    /** Whether the picture is still wanted. */
    const end = (): boolean => {
      this.#reads -= 1;
      return client.running.delete(running);
    };
    task.read(running.controller.signal).then(
      (picture) => {
        if (end()) this.#deliver(running, picture);
        else picture.release();
        this.#pump();
      },
      (thrown: unknown) => {
        if (end()) running.reject(thrown);
        this.#pump();
      },
    );
  }

  #deliver(request: PendingRequest<P>, picture: P): void {
    request.client.hold(request.task.requestId, picture);
    request.resolve(picture);
  }
}
