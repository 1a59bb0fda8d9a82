/** What no reader can do without: the call, and the bytes' way from one place in memory to another. */
import { traceIndex } from '../../../shared/units.ts';
import type { BenchCase } from '../harness/bench-case.ts';
import { Sink } from '../harness/sink.ts';
import type { SliceCaller } from '../read/slice-caller.ts';

/** The engine's own call for a single trace: next to nothing is read. */
export const overheadCase = (caller: SliceCaller): BenchCase => ({
  name: 'one trace',
  callsPerRound: 50,
  drawArgument: () => 0,
  ours: (rounds) => caller.timeAll(rounds.map(() => ({ orientation: 'traces', index: traceIndex(0), count: 1 }))),
  peer: null,
});

/** The buffers in turn, as a reader's last results are. */
export function copyCase(name: string, samples: number): BenchCase {
  const from = new Float32Array(samples).fill(1);
  const buffers = Array.from({ length: 9 }, () => new Float32Array(samples).fill(2));
  const held = new Sink<Float32Array>();
  let turn = 0;
  return {
    name,
    callsPerRound: 50,
    drawArgument: () => 0,
    ours: (rounds) => {
      const times = rounds.map(() => {
        const into = buffers[(turn += 1) % buffers.length]!;
        const started = performance.now();
        into.set(from);
        const elapsed = performance.now() - started;
        held.keep(into);
        return elapsed;
      });
      return Promise.resolve(times);
    },
    peer: null,
  };
}
