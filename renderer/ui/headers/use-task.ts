import { useEffect, useState } from 'react';
import { faultOf, type CrosslineFault } from '../../../shared/errors.ts';

export interface TaskView<Result> {
  /** Of the last run that succeeded; null before. */
  readonly result: Result | null;
  /** Why the present run failed; null where it has not. */
  readonly fault: CrosslineFault | null;
  readonly isRunning: boolean;
}

interface Outcome<Result> {
  /** Which run this is the outcome of. */
  readonly run: unknown;
  readonly result: Result | null;
  readonly fault: CrosslineFault | null;
}

/**
 * Runs at once, and anew whenever `run` is another function; the earlier run is aborted, its result stays until the new one
 * is there.
 * @param run memoised; null: nothing is to be done
 */
export function useTask<Result>(run: ((signal: AbortSignal) => Promise<Result>) | null): TaskView<Result> {
  const [outcome, setOutcome] = useState<Outcome<Result>>({ run: null, result: null, fault: null });

  useEffect(() => {
    if (run === null) return undefined;
    const controller = new AbortController();
    run(controller.signal).then(
      (result) => !controller.signal.aborted && setOutcome({ run, result, fault: null }),
      (thrown: unknown) =>
        !controller.signal.aborted && setOutcome(({ result }) => ({ run, result, fault: faultOf(thrown) })),
    );
    return () => controller.abort();
  }, [run]);

  const isRunning = run !== null && outcome.run !== run;
  return { result: run === null ? null : outcome.result, fault: isRunning ? null : outcome.fault, isRunning };
}
