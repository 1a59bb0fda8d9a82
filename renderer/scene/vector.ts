/** Vectors of the local frame in float64, for the geometry that needs no three. */
import type { PointInLocal } from './local-frame.ts';

export const plus = (a: PointInLocal, b: PointInLocal): PointInLocal => ({ x: a.x + b.x, y: a.y + b.y, z: a.z + b.z });
export const minus = (a: PointInLocal, b: PointInLocal): PointInLocal => ({ x: a.x - b.x, y: a.y - b.y, z: a.z - b.z });
export const times = (a: PointInLocal, factor: number): PointInLocal => ({
  x: a.x * factor,
  y: a.y * factor,
  z: a.z * factor,
});
export const dot = (a: PointInLocal, b: PointInLocal): number => a.x * b.x + a.y * b.y + a.z * b.z;
export const cross = (a: PointInLocal, b: PointInLocal): PointInLocal => ({
  x: a.y * b.z - a.z * b.y,
  y: a.z * b.x - a.x * b.z,
  z: a.x * b.y - a.y * b.x,
});
export const lengthOf = (a: PointInLocal): number => Math.hypot(a.x, a.y, a.z);
/** Zero stays zero. */
export const unit = (a: PointInLocal): PointInLocal => times(a, 1 / (lengthOf(a) || 1));
