/** Where traces lie in the world, for a base map. */
import type { OpenFile } from '../../native/native-reader.ts';
import { isCoordinate } from './coordinate-words.ts';
import type { PlacedWords } from './geometry-places.ts';
import { applyScalar } from './scaled-words.ts';
import type { TraceLayout } from './trace-layout.ts';
import { gatherEveryNth } from './trace-runs.ts';

/** One element a trace, in the unit of the mapping. */
export interface TracePositions {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Of at most `most` traces, evenly spread in file order, those that have coordinates; null where none has any. */
export async function readPositions(
  file: OpenFile,
  layout: TraceLayout,
  { places, scalarValue }: PlacedWords,
  most: number,
  signal: AbortSignal,
): Promise<TracePositions | null> {
  const every = Math.ceil(layout.traceCount / most);
  const words = [places.x, places.y, places.scalar];
  const [x, y, scalar] = (await gatherEveryNth(file, layout, every, words, signal)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  let count = 0;
  for (let i = 0; i < x.length; i += 1) {
    if (!isCoordinate(x[i]!, y[i]!)) continue;
    const factor = scalarValue ?? scalar[i]!;
    x[count] = applyScalar(x[i]!, factor);
    y[count] = applyScalar(y[i]!, factor);
    count += 1;
  }
  return count === 0 ? null : { x: x.slice(0, count), y: y.slice(0, count) };
}
