/** Which fence a ray hits first, and where. Pure, float64. */
import type { LocalRay } from '../plane-pick.ts';
import { fenceRuns, type LocalFence } from './fence-line.ts';

export interface FenceHit {
  /** Along the ray, in local units. */
  readonly distance: number;
  /** Fractional, along the line. */
  readonly trace: number;
  /** Two-way time in ms; metres where the domain is depth. */
  readonly sampleValue: number;
}

/** Null where the ray misses it. */
export function hitFence(fence: LocalFence, { origin, direction }: LocalRay): FenceHit | null {
  const { x, z, trace, top, bottom, firstValue, lastValue } = fence;
  let nearest: FenceHit | null = null;
  for (const [first, last] of fenceRuns(fence)) {
    for (let k = first; k < last; k += 1) {
      const [alongX, alongZ] = [x[k + 1]! - x[k]!, z[k + 1]! - z[k]!];
      // Seen from above, ray and piece are two straight lines.
      const turn = direction.x * alongZ - direction.z * alongX;
      if (turn === 0) continue;
      const [fromX, fromZ] = [x[k]! - origin.x, z[k]! - origin.z];
      const distance = (fromX * alongZ - fromZ * alongX) / turn;
      if (!(distance > 0) || (nearest !== null && distance >= nearest.distance)) continue;
      const share = (fromX * direction.z - fromZ * direction.x) / turn;
      if (share < 0 || share > 1) continue;
      const height = origin.y + distance * direction.y;
      if (height > top || height < bottom) continue;
      const sampleValue = firstValue + ((top - height) / (top - bottom)) * (lastValue - firstValue);
      nearest = { distance, trace: trace[k]! + share * (trace[k + 1]! - trace[k]!), sampleValue };
    }
  }
  return nearest;
}
