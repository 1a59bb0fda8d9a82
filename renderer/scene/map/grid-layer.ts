/** The map's coordinate lines: one device pixel wide, and on whole ones. */
import type { Group } from 'three';
import type { Rgb } from '../../../shared/colour/rgb.ts';
import type { MapTick, MapTicks } from './map-ticks.ts';
import { withAlpha } from './map-theme.ts';
import { extentInView, worldFromCanvas, type MapView } from './map-view.ts';
import { StrokeBuilder, type Rgba } from './stroke-builder.ts';
import { StrokeMesh } from './stroke-mesh.ts';

export class GridLayer {
  readonly #mesh: StrokeMesh;
  readonly #strokes = new StrokeBuilder();
  #colour: Rgba = [0, 0, 0, 0];

  constructor(order: number) {
    this.#mesh = new StrokeMesh(order);
  }

  get group(): Group {
    return this.#mesh.group;
  }

  setColour(colour: Rgb): void {
    this.#colour = withAlpha(colour);
  }

  update(view: MapView, ticks: MapTicks, pixelRatio: number): void {
    const strokes = this.#strokes;
    const region = extentInView(view);
    const whole = ({ at }: MapTick): number => (Math.round(at * pixelRatio - 0.5) + 0.5) / pixelRatio;
    strokes.begin(region);
    for (const tick of ticks.x) {
      const { x } = worldFromCanvas(view, { x: whole(tick), y: 0 });
      strokes.add(x, region.south, x, region.north, this.#colour, 0);
    }
    for (const tick of ticks.y) {
      const { y } = worldFromCanvas(view, { x: 0, y: whole(tick) });
      strokes.add(region.west, y, region.east, y, this.#colour, 0);
    }
    this.#mesh.setWidth(1 / pixelRatio);
    this.#mesh.fill(strokes);
    this.#mesh.space.place(view, strokes.origin, pixelRatio);
  }

  dispose(): void {
    this.#mesh.dispose();
  }
}
