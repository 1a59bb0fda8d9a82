/** Some traces of a line, with what their headers say of where they are. */
import type { LineNavigation, NavigationRange } from '../../../shared/navigation.ts';
import type { TraceLine } from './trace-lines.ts';

/** The line must have the range (`checkNavigation`). */
export function navigationOf(
  { traces, cdp, shotPoint, positions }: TraceLine,
  { first, count, every }: NavigationRange,
): LineNavigation {
  const length = Math.ceil(count / every);
  const floats = (values: Float64Array): Float64Array =>
    Float64Array.from({ length }, (_, at) => values[first + at * every]!);
  const integers = (values: Int32Array): Int32Array =>
    Int32Array.from({ length }, (_, at) => values[first + at * every]!);
  return {
    trace: integers(traces),
    cdp: integers(cdp),
    shotPoint: shotPoint && floats(shotPoint),
    positions: positions && {
      x: floats(positions.x),
      y: floats(positions.y),
      distance: floats(positions.distance),
    },
  };
}
