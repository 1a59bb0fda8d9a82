/** How long to wait before the engine is started again: at once for a rare crash, longer and longer for a constant one. */

const FIRST_DELAY_MS = 50;
const LONGEST_DELAY_MS = 5000;
/** After running for this long an engine counts as healthy again. */
const HEALTHY_AFTER_MS = 10_000;

export class RestartBackoff {
  #failures = 0;

  /** @param ranMs how long the engine ran before it ended */
  nextDelayMs(ranMs: number): number {
    if (ranMs >= HEALTHY_AFTER_MS) this.#failures = 0;
    const delayMs = Math.min(FIRST_DELAY_MS * 2 ** this.#failures, LONGEST_DELAY_MS);
    this.#failures += 1;
    return delayMs;
  }
}
