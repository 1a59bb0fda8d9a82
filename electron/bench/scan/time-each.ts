import type { TimedCalls } from '../harness/bench-case.ts';
import { Sink } from '../harness/sink.ts';

/** Times the same call once an argument, and holds the last results. */
export function timeEach<Result>(call: () => Promise<Result>): TimedCalls {
  const held = new Sink<Result>();
  return async (callArguments) => {
    const times: number[] = [];
    while (times.length < callArguments.length) {
      const started = performance.now();
      const result = await call();
      times.push(performance.now() - started);
      held.keep(result);
    }
    return times;
  };
}
