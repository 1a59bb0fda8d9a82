/** Animation frames, so that tests can step them. */
export interface Frames {
  /** Calls before the next frame; returns the cancellation. */
  next(call: (timeMs: number) => void): () => void;
}

export const pageFrames: Frames = {
  next: (call) => {
    const handle = requestAnimationFrame(call);
    return () => cancelAnimationFrame(handle);
  },
};
