/** What the scheduler knows of one client: what it waits for, what is on the way to it, what it may want next. */

export interface Picture {
  /** Ends the use of the picture's buffer. Called once. */
  release(): void;
}

export interface VisibleTask<P extends Picture> {
  readonly requestId: number;
  readonly stream: string;
  /** Names the data: a prefetch of the same key is not stopped for this read. */
  readonly key: string;
  /** The picture where no read is needed. */
  fromMemory(): P | null;
  read(signal: AbortSignal): Promise<P>;
}

export interface PrefetchTask {
  readonly key: string;
  isLoaded(): boolean;
  read(signal: AbortSignal): Promise<void>;
}

export interface PendingRequest<P extends Picture> {
  readonly client: SchedulerClient<P>;
  readonly task: VisibleTask<P>;
  resolve(picture: P): void;
  reject(thrown: unknown): void;
}

export interface RunningRequest<P extends Picture> extends PendingRequest<P> {
  readonly controller: AbortController;
}

export class SchedulerClient<P extends Picture> {
  readonly #maxOnTheWay: number;
  readonly running = new Set<RunningRequest<P>>();
  readonly wishes = new Map<string, PrefetchTask[]>();
  readonly #unacknowledged = new Map<number, P>();
  isClosed = false;

  /** @param maxOnTheWay pictures being read for or sent to the client that it has not acknowledged */
  constructor(maxOnTheWay: number) {
    this.#maxOnTheWay = maxOnTheWay;
  }

  /** Frames already in a socket cannot be taken back, so no more of them may be under way than the client can bear. */
  get mayStart(): boolean {
    return this.running.size + this.#unacknowledged.size < this.#maxOnTheWay;
  }

  get unacknowledgedCount(): number {
    return this.#unacknowledged.size;
  }

  hold(requestId: number, picture: P): void {
    this.#unacknowledged.get(requestId)?.release();
    this.#unacknowledged.set(requestId, picture);
  }

  acknowledge(requestId: number): void {
    this.#unacknowledged.get(requestId)?.release();
    this.#unacknowledged.delete(requestId);
  }

  releaseAll(): void {
    for (const picture of this.#unacknowledged.values()) picture.release();
    this.#unacknowledged.clear();
  }
}
