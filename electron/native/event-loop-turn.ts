/**
 * Reads that are answered at once settle within one turn of the event loop, so that a long row of them would let nobody else
 * have a word: no cancellation, no request.
 */

/** Of such reads in a row, after which the event loop turns. */
const LONGEST_ROW_MS = 2;

let isWatched = false;
let beganMs = 0;

/** Null while the event loop has turned lately; else resolves when it has. */
export function eventLoopTurn(): Promise<void> | null {
  if (isWatched) {
    return performance.now() - beganMs < LONGEST_ROW_MS ? null : new Promise((resolve) => setImmediate(resolve));
  }
  isWatched = true;
  beganMs = performance.now();
  setImmediate(() => (isWatched = false));
  return null;
}
