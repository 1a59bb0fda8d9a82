/** Where the samples of a gate lie on the panel's axis of time: half a sample of room above the first and below the last. */
export const rowOfSample = (sample: number, count: number, height: number): number => ((sample + 0.5) / count) * height;

/** Fractional sample at a place, the inverse. */
export const sampleOfRow = (y: number, count: number, height: number): number => (y / height) * count - 0.5;
