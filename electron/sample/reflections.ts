/** The reflections of one trace: what the earth model hands to the synthesis. */
export interface Reflections {
  count: number;
  /** Two-way times in ms, in no particular order. */
  readonly timeMs: Float64Array;
  /** Amplitude of the wavelet's peak there. */
  readonly amplitude: Float64Array;
}

export const createReflections = (capacity: number): Reflections => ({
  count: 0,
  timeMs: new Float64Array(capacity),
  amplitude: new Float64Array(capacity),
});
