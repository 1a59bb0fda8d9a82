/** How long to wait before the next attempt to reach the engine. */

/** A restarted engine process answers within about half a second, so the first attempts come quickly. */
const FIRST_MS = 200;
/** Long enough to cost nothing while the engine is away for good, short enough to notice its return. */
const LONGEST_MS = 4000;

/** @param attempt 0 for the first attempt after the loss */
export const backoffMs = (attempt: number): number => Math.min(FIRST_MS * 2 ** attempt, LONGEST_MS);
