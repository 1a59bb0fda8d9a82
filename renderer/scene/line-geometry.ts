/** Fills a geometry with points of the local frame, in the memory it has while their number stays. */
import { BufferAttribute, type BufferGeometry } from 'three';
import type { PointInLocal } from './local-frame.ts';

export function lineThrough(geometry: BufferGeometry, points: readonly PointInLocal[]): void {
  let positions = geometry.getAttribute('position') as BufferAttribute | undefined;
  if (positions?.count !== points.length) {
    positions = new BufferAttribute(new Float32Array(points.length * 3), 3);
    geometry.setAttribute('position', positions);
  }
  for (const [k, { x, y, z }] of points.entries()) positions.setXYZ(k, x, y, z);
  positions.needsUpdate = true;
}
