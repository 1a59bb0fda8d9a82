/** Ten times a second is as often as a progress bar needs to move. */
const INTERVAL_MS = 100;

/** Passes on the first report, then one an interval, and always the one that completes the work. */
export function throttledProgress(
  report: (done: number, total: number) => void,
  now: () => number = () => performance.now(),
): (done: number, total: number) => void {
  let lastMs = -Infinity;
  return (done, total) => {
    const nowMs = now();
    if (nowMs - lastMs < INTERVAL_MS && done < total) return;
    lastMs = nowMs;
    report(done, total);
  };
}
