/** The one prefetch read that may run, and whose turn is next. */
import type { Picture, PrefetchTask, SchedulerClient } from './scheduler-client.ts';

interface Turn<P extends Picture> {
  readonly client: SchedulerClient<P>;
  readonly stream: string;
  readonly task: PrefetchTask;
  readonly controller: AbortController;
}

export class PrefetchLane<P extends Picture> {
  /** Clients with wishes; the first has the next turn. */
  readonly #clients = new Set<SchedulerClient<P>>();
  #running: Turn<P> | null = null;

  /** Replaces the stream's wishes; stops its running read where that is no longer wished. */
  wish(client: SchedulerClient<P>, stream: string, tasks: readonly PrefetchTask[]): void {
    if (client.isClosed) return;
    client.wishes.set(stream, [...tasks]);
    this.#clients.add(client);
    const running = this.#running;
    if (running?.client !== client || running.stream !== stream) return;
    if (!tasks.some(({ key }) => key === running.task.key)) running.controller.abort();
  }

  removeClient(client: SchedulerClient<P>): void {
    this.#clients.delete(client);
    client.wishes.clear();
    if (this.#running?.client === client) this.#running.controller.abort();
  }

  dropKeys(prefix: string): void {
    for (const client of this.#clients) {
      for (const [stream, tasks] of client.wishes) {
        client.wishes.set(
          stream,
          tasks.filter(({ key }) => !key.startsWith(prefix)),
        );
      }
    }
    if (this.#running?.task.key.startsWith(prefix) === true) this.#running.controller.abort();
  }

  /** A visible read starts: the disk and the cores are its own, unless the prefetch is reading just that slice. */
  yieldTo(key: string): void {
    const running = this.#running;
    if (running === null || running.task.key === key || running.controller.signal.aborted) return;
    running.client.wishes.get(running.stream)?.unshift(running.task);
    running.controller.abort();
  }

  /** Starts the next wished read, unless one is running. */
  startNext(onEnd: () => void): void {
    if (this.#running !== null) return;
    const turn = this.#nextTurn();
    if (turn === null) return;
    this.#running = turn;
    const end = (): void => {
      this.#running = null;
      onEnd();
    };
    // A failed prefetch is no news: the visible request for the same slice will tell.
    turn.task.read(turn.controller.signal).then(end, end);
  }

  #nextTurn(): Turn<P> | null {
    for (const client of this.#clients) {
      for (const [stream, tasks] of client.wishes) {
        let task = tasks.shift();
        while (task?.isLoaded() === true) task = tasks.shift();
        if (task === undefined) continue;
        // To the end of the line, so that clients take turns.
        this.#clients.delete(client);
        this.#clients.add(client);
        return { client, stream, task, controller: new AbortController() };
      }
    }
    return null;
  }
}
