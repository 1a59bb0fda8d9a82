/** A transport over whatever carries messages: a port or a socket. The owner of the pipe tells it what happens there. */
import { ListenerSlot } from './listener-slot.ts';
import type { Transport } from './transport.ts';

export interface Pipe {
  send(message: unknown): void;
  /** `PipeTransport.end` follows, when the pipe has closed. */
  close(): void;
}

export class PipeTransport implements Transport {
  readonly #pipe: Pipe;
  readonly #messages = new ListenerSlot<unknown>();
  readonly #closeListeners = new Set<() => void>();

  constructor(pipe: Pipe) {
    this.#pipe = pipe;
  }

  send(message: unknown): void {
    this.#pipe.send(message);
  }

  onMessage(listener: (message: unknown) => void): () => void {
    return this.#messages.set(listener);
  }

  onClose(listener: () => void): () => void {
    this.#closeListeners.add(listener);
    return () => this.#closeListeners.delete(listener);
  }

  close(): void {
    this.#pipe.close();
  }

  /** A message has come. */
  deliver(message: unknown): void {
    this.#messages.deliver(message);
  }

  /** The pipe has closed, from either side. */
  end(): void {
    this.#messages.clear();
    for (const listener of this.#closeListeners) listener();
  }
}
