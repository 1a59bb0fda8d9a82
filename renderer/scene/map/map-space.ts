/** What the map's shaders need to know of its view: shared uniforms of every layer's own origin. */
import type { IUniform } from 'three';
import { Vector2 } from 'three';
import type { PointInWorld } from '../../../shared/geometry/world-from-grid.ts';
import type { MapView } from './map-view.ts';

export class MapSpace {
  readonly uniforms = {
    canvasSize: { value: new Vector2(1, 1) } as IUniform<Vector2>,
    shift: { value: new Vector2() } as IUniform<Vector2>,
    pixelsPerUnit: { value: 1 } as IUniform<number>,
    pixelRatio: { value: 1 } as IUniform<number>,
  };

  /** Places what is relative to `origin`: the only place where world coordinates meet the GPU's, and they are subtracted first. */
  place(view: MapView, origin: PointInWorld, pixelRatio: number): void {
    const { canvasSize, shift, pixelsPerUnit, pixelRatio: ratio } = this.uniforms;
    canvasSize.value.set(view.width, view.height);
    shift.value.set((origin.x - view.centre.x) / view.unitsPerPixel, (origin.y - view.centre.y) / view.unitsPerPixel);
    pixelsPerUnit.value = 1 / view.unitsPerPixel;
    ratio.value = pixelRatio;
  }
}
