/** Lines of one width on the map, at the level of detail that its scale wants. Built anew only where the view leaves what is built. */
import type { Group } from 'three';
import { isMeeting, isWithin, type WorldExtent } from '../../../shared/geometry/world-extent.ts';
import type { PointInWorld } from '../../../shared/geometry/world-from-grid.ts';
import type { PointOnCanvas } from '../section-view.ts';
import { levelFor, LineLevels } from './line-levels.ts';
import type { MapPath } from './map-content.ts';
import { canvasFromWorld, extentInView, type MapView } from './map-view.ts';
import { StrokeBuilder, type Rgba } from './stroke-builder.ts';
import { StrokeMesh } from './stroke-mesh.ts';

export interface StrokeItem {
  readonly levels: LineLevels;
  readonly colour: Rgba;
}

/** CSS pixels that a drawn line may stray from all of its traces. */
const TOLERANCE = 0.5;
/** The most while the map moves and the GPU is slow. */
const ROUGH_TOLERANCE = 4;
/** Thin pieces that a software renderer draws in about 15 ms. */
const ROUGH_PIECES = 12_000;
/** Views built beside the one that is seen, on each side: a map is panned by half of it before more is built. */
const BESIDE = 0.5;

const NOWHERE: WorldExtent = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };

export class StrokeLayer {
  readonly #mesh: StrokeMesh;
  readonly #strokes = new StrokeBuilder();
  #items: readonly StrokeItem[] = [];
  #region = NOWHERE;
  #level = 0;
  #isRough = false;

  /** @param order layers with a greater one lie above @param width CSS pixels */
  constructor(order: number, width: number) {
    this.#mesh = new StrokeMesh(order);
    this.#mesh.setWidth(width);
  }

  get group(): Group {
    return this.#mesh.group;
  }

  setWidth(width: number): void {
    this.#mesh.setWidth(width);
  }

  /** `owner` of a piece counts these. */
  setItems(items: readonly StrokeItem[]): void {
    this.#items = items;
    this.#mesh.setOpaque(items.every(({ colour }) => colour[3] === 255));
    this.#region = NOWHERE;
  }

  /** Rough: thin lines with less detail, for maps that move on a slow GPU. */
  update(view: MapView, pixelRatio: number, isRough: boolean): void {
    const finest = levelFor(TOLERANCE * view.unitsPerPixel);
    const region = extentInView(view, BESIDE);
    const level = isRough ? this.#roughLevel(finest, view, region) : finest;
    const isBuilt = isWithin(extentInView(view), this.#region);
    if (!isBuilt || level !== this.#level) this.#build(region, level);
    if (isRough !== this.#isRough) this.#mesh.setThin(isRough);
    this.#isRough = isRough;
    this.#mesh.space.place(view, this.#strokes.origin, pixelRatio);
  }

  /** The item whose piece is nearest to a point of the canvas; null where none is within `reach` CSS pixels. */
  nearest(view: MapView, point: PointOnCanvas, reach: number): number | null {
    let nearest: number | null = null;
    let squared = reach * reach;
    this.visit(view, (x0, y0, x1, y1, owner) => {
      const [dx, dy] = [x1 - x0, y1 - y0];
      const length = dx * dx + dy * dy;
      const along = length === 0 ? 0 : ((point.x - x0) * dx + (point.y - y0) * dy) / length;
      const t = Math.min(Math.max(along, 0), 1);
      const [ex, ey] = [point.x - x0 - t * dx, point.y - y0 - t * dy];
      const distance = ex * ex + ey * ey;
      if (distance >= squared) return;
      squared = distance;
      nearest = owner;
    });
    return nearest;
  }

  /** Every piece that is drawn, in CSS pixels on the canvas. Pieces of one item follow each other. */
  visit(view: MapView, take: (x0: number, y0: number, x1: number, y1: number, owner: number) => void): void {
    const { ends, owners, count, origin } = this.#strokes;
    const { x, y } = canvasFromWorld(view, origin);
    const scale = 1 / view.unitsPerPixel;
    for (let k = 0; k < count; k += 1) {
      take(
        x + scale * ends[4 * k]!,
        y - scale * ends[4 * k + 1]!,
        x + scale * ends[4 * k + 2]!,
        y - scale * ends[4 * k + 3]!,
        owners[k]!,
      );
    }
  }

  dispose(): void {
    this.#mesh.dispose();
  }

  #build(region: WorldExtent, level: number): void {
    this.#region = region;
    this.#level = level;
    this.#strokes.begin(region);
    for (const [owner, { levels, colour }] of this.#items.entries()) {
      if (levels.extent === null || !isMeeting(levels.extent, region)) continue;
      const { x, y } = levels.line;
      this.#strokes.addLine(x, y, colour, owner, levels.vertices(level));
    }
    this.#mesh.fill(this.#strokes);
  }

  /** The finest with few enough vertices, within what a line may stray. */
  #roughLevel(finest: number, view: MapView, region: WorldExtent): number {
    const roughest = Math.max(levelFor(ROUGH_TOLERANCE * view.unitsPerPixel), finest);
    for (let level = finest; level < roughest; level += 1) {
      if (this.#vertexCount(level, region) <= ROUGH_PIECES) return level;
    }
    return roughest;
  }

  #vertexCount(level: number, region: WorldExtent): number {
    let count = 0;
    for (const { levels } of this.#items) {
      if (levels.extent !== null && isMeeting(levels.extent, region)) count += levels.vertices(level).length;
    }
    return count;
  }
}

/** A path all of whose points matter at every scale. */
export function wholeLine({ x, y }: MapPath): LineLevels {
  const detail = new Float32Array(x.length).fill(Infinity);
  return new LineLevels({ x: Float64Array.from(x), y: Float64Array.from(y), detail });
}

export const closedLine = (corners: readonly PointInWorld[]): LineLevels => {
  const round = [...corners, ...corners.slice(0, 1)];
  return wholeLine({ x: round.map(({ x }) => x), y: round.map(({ y }) => y) });
};
