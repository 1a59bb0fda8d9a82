/** Room for the one listener of a transport; what arrives before it is kept for it, in order. */
export class ListenerSlot<Message> {
  #listener: ((message: Message) => void) | null = null;
  #early: Message[] = [];

  set(listener: (message: Message) => void): () => void {
    this.#listener = listener;
    const early = this.#early;
    this.#early = [];
    for (const message of early) listener(message);
    return () => {
      if (this.#listener === listener) this.#listener = null;
    };
  }

  deliver(message: Message): void {
    if (this.#listener === null) this.#early.push(message);
    else this.#listener(message);
  }

  clear(): void {
    this.#listener = null;
    this.#early = [];
  }
}
