/** Time as the client sees it, so that tests can hold and advance it. Milliseconds since the page's time origin. */
export interface Clock {
  now(): number;
  /** Calls once after `delayMs`; returns the cancellation, which may be called late and often. */
  after(delayMs: number, call: () => void): () => void;
}

export const pageClock: Clock = {
  now: () => performance.now(),
  after: (delayMs, call) => {
    const handle = setTimeout(call, delayMs);
    return () => clearTimeout(handle);
  },
};
