/** Two transports that are each other's other end, for tests and for clients in the engine's own process. */
import { ListenerSlot } from './listener-slot.ts';
import type { Transport } from './transport.ts';

/** Node and every browser have it, but it is in neither of the type libraries that `shared` may use. */
declare function structuredClone<Value>(value: Value): Value;

class MemoryEnd implements Transport {
  readonly #messages = new ListenerSlot<unknown>();
  readonly #closeListeners = new Set<() => void>();
  #closed = false;
  other: MemoryEnd | null = null;

  /** Cloned, so that what a real wire would refuse or lose is refused or lost here too; delivered later. */
  send(message: unknown): void {
    const { other } = this;
    if (this.#closed || other === null) return;
    const copy = structuredClone(message);
    void Promise.resolve().then(() => {
      if (!other.#closed) other.#messages.deliver(copy);
    });
  }

  onMessage(listener: (message: unknown) => void): () => void {
    return this.#messages.set(listener);
  }

  onClose(listener: () => void): () => void {
    this.#closeListeners.add(listener);
    return () => this.#closeListeners.delete(listener);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#messages.clear();
    for (const listener of this.#closeListeners) listener();
    this.other?.close();
  }
}

/** Closing either end closes both. */
export function createMemoryPair(): [Transport, Transport] {
  const first = new MemoryEnd();
  const second = new MemoryEnd();
  first.other = second;
  second.other = first;
  return [first, second];
}
