/** Which traces a cut-out has, and which of their samples. */
import type { CutPositions, IndexRange } from './cut-range.ts';
import type { CuttableCube } from './cuttable.ts';

export interface ChosenTraces {
  /** In the order of the file. */
  readonly traces: Int32Array;
  /** Of the longest. */
  readonly sampleCount: number;
  /** All have as many. */
  readonly isEven: boolean;
}

/** Traces that stand elsewhere, outside the grid or a second time at a position, are left out; so are those that end before the cut. */
export function chooseTraces(cube: CuttableCube, { inline, crossline, sample }: CutPositions): ChosenTraces {
  const chosen: number[] = [];
  let [least, most] = [Infinity, 0];
  for (let i = inline.first; i < inline.first + inline.count; i += 1) {
    for (let x = crossline.first; x < crossline.first + crossline.count; x += 1) {
      const trace = cube.traceAt(i, x);
      const count = trace < 0 ? 0 : samplesWithin(cube, trace, sample).count;
      if (count === 0) continue;
      chosen.push(trace);
      least = Math.min(least, count);
      most = Math.max(most, count);
    }
  }
  return { traces: Int32Array.from(chosen).sort(), sampleCount: most, isEven: least === most };
}

/** Of the trace's stored samples, counted from its own first, those that lie in the range of the axis. */
export function samplesWithin(cube: CuttableCube, trace: number, { first, count }: IndexRange): IndexRange {
  const shift = cube.shiftOf(trace);
  const from = Math.max(0, first - shift);
  const to = Math.min(cube.samplesOf(trace), first + count - shift);
  return { first: from, count: Math.max(0, to - from) };
}
