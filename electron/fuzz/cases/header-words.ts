/** The words of the standard's headers that mean something to a reader, 0-based within their header. */

export interface Word {
  readonly at: number;
  readonly width: 2 | 4 | 8;
}

const words = (width: 2 | 4 | 8, ...bytes: readonly number[]): Word[] => bytes.map((byte) => ({ at: byte - 1, width }));

/** Within the file: interval, counts, format, system, and what revisions 1 to 2.1 added. */
export const BINARY_WORDS: readonly Word[] = [
  ...words(2, 3213, 3215, 3217, 3219, 3221, 3223, 3225, 3227, 3229, 3255, 3501, 3503, 3505, 3507, 3509, 3511, 3513),
  ...words(4, 3201, 3261, 3265, 3269, 3289, 3297, 3517, 3529),
  ...words(8, 3273, 3281, 3521),
];

/** Within a trace header: numbers, identification, coordinates, times, counts. */
export const TRACE_WORDS: readonly Word[] = [
  ...words(4, 1, 5, 9, 13, 17, 21, 25, 37, 73, 77, 81, 85, 181, 185, 189, 193, 197),
  ...words(2, 29, 31, 33, 35, 69, 71, 89, 105, 107, 109, 111, 113, 115, 117, 157, 159, 161, 163, 165, 201, 215, 233),
];
