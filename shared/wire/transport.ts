/** One direction-less pipe of messages. Each host has one file that makes it; `createMemoryPair` makes two for tests. */
export interface Transport {
  /** Typed arrays inside the message are copied, never transferred (Electron ports lose transferred buffers). */
  send(message: unknown): void;
  /** At most one listener; returns its removal. */
  onMessage(listener: (message: unknown) => void): () => void;
  onClose(listener: () => void): () => void;
  close(): void;
}
