import type { CrossingCdps } from '../../../shared/crossing-calls.ts';
import type { Crossings } from '../../../shared/geometry/crossings/crossings.ts';
import type { OpenLine } from './open-lines.ts';

/** @param lines of the profiles that the crossings count */
export function crossingCdps(crossings: Crossings, lines: readonly OpenLine[]): CrossingCdps {
  const { profile1, profile2, t11, t12, t21, t22, x, y } = crossings;
  const nearest = (profile: Uint32Array, from: Uint32Array, to: Uint32Array): Float64Array =>
    Float64Array.from(profile, (at, k) => {
      const line = lines[at]!;
      if (line.cdp === null) return NaN;
      const distance = (trace: number): number => Math.hypot(line.x[trace]! - x[k]!, line.y[trace]! - y[k]!);
      return line.cdp[distance(to[k]!) < distance(from[k]!) ? to[k]! : from[k]!]!;
    });
  return { cdp1: nearest(profile1, t11, t12), cdp2: nearest(profile2, t21, t22) };
}
