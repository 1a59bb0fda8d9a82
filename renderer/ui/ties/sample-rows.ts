/** Where the samples of a gate lie on the panel's axis of time: half a sample of room above the first and below the last. */
export const rowOfSample = (sample: number, count: number, height: number): number => ((sample + 0.5) / count) * height;
