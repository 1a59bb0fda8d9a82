/** Marks at places of the map, thinned where they would lie on each other. Built anew only where the view leaves what is built. */
import type { Object3D } from 'three';
import type { Rgb } from '../../../shared/colour/rgb.ts';
import { isWithin, type WorldExtent } from '../../../shared/geometry/world-extent.ts';
import type { PointInWorld } from '../../../shared/geometry/world-from-grid.ts';
import type { PointOnCanvas } from '../section-view.ts';
import { MarkMesh } from './mark-mesh.ts';
import { canvasFromWorld, extentInView, type MapView } from './map-view.ts';
import { thinnedPlaces } from './thinned-places.ts';

interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** See `MapCrossings`. */
  readonly grades?: Float32Array | null;
}

const NO_PLACES: Places = { x: new Float64Array(0), y: new Float64Array(0) };
const NOWHERE: WorldExtent = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
/** Views built beside the one that is seen, on each side. */
const BESIDE = 0.5;
/** CSS pixels: of marks nearer to each other than half of this to all of it one is drawn. */
const SPACING = 8;
/** Where more than this are in view they are dots. */
const CROWD = 1500;
export const MARK_RADIUS = 3;
const CROWDED_RADIUS = 2;

export class MarkLayer {
  readonly #mesh: MarkMesh;
  readonly #radius: number;
  #places = NO_PLACES;
  /** The worst first, so that they are the ones that stay of a cell; null without grades. */
  #order: Uint32Array | null = null;
  #region = NOWHERE;
  #cell = 0;
  #origin: PointInWorld = { x: 0, y: 0 };

  /** @param order layers with a greater one lie above @param radius CSS pixels, where they have room */
  constructor(order: number, radius = MARK_RADIUS) {
    this.#mesh = new MarkMesh(order);
    this.#radius = radius;
  }

  get points(): Object3D {
    return this.#mesh.points;
  }

  setColours(fill: Rgb, rim: Rgb): void {
    this.#mesh.setColours(fill, rim);
  }

  setPlaces(places: Places | null): void {
    this.#places = places ?? NO_PLACES;
    this.#order = worstFirst(this.#places);
    this.#region = NOWHERE;
  }

  update(view: MapView, pixelRatio: number): void {
    // A power of two, so that zooming a little leaves the marks that are there.
    const cell = 2 ** Math.floor(Math.log2(SPACING * view.unitsPerPixel));
    if (cell !== this.#cell || !isWithin(extentInView(view), this.#region)) this.#build(view, cell);
    this.#mesh.space.place(view, this.#origin, pixelRatio);
  }

  /** The nearest of all places, drawn or not; null where none is within `reach` CSS pixels. */
  nearest(view: MapView, point: PointOnCanvas, reach: number): number | null {
    const { x, y } = this.#places;
    let nearest: number | null = null;
    let squared = reach * reach;
    for (let k = 0; k < x.length; k += 1) {
      const at = canvasFromWorld(view, { x: x[k]!, y: y[k]! });
      const distance = (at.x - point.x) ** 2 + (at.y - point.y) ** 2;
      if (distance >= squared) continue;
      squared = distance;
      nearest = k;
    }
    return nearest;
  }

  dispose(): void {
    this.#mesh.dispose();
  }

  #build(view: MapView, cell: number): void {
    this.#cell = cell;
    this.#region = extentInView(view, BESIDE);
    this.#origin = view.centre;
    const kept = thinnedPlaces(this.#places, this.#region, cell, this.#order);
    // What is drawn last lies above.
    if (this.#order !== null) kept.reverse();
    const { x, y, grades } = this.#places;
    const places = new Float32Array(2 * kept.length);
    kept.forEach((k, i) => {
      places[2 * i] = x[k]! - this.#origin.x;
      places[2 * i + 1] = y[k]! - this.#origin.y;
    });
    this.#mesh.setRadius(kept.length > CROWD ? CROWDED_RADIUS : this.#radius);
    this.#mesh.fill(
      places,
      Float32Array.from(kept, (k) => gradeOf(grades, k)),
    );
  }
}

/** -1 where there is none. */
function gradeOf(grades: Float32Array | null | undefined, k: number): number {
  const grade = grades?.[k] ?? NaN;
  return Number.isNaN(grade) ? -1 : grade;
}

function worstFirst({ x, grades }: Places): Uint32Array | null {
  if (grades === undefined || grades === null) return null;
  return Uint32Array.from(x.keys()).sort((a, b) => gradeOf(grades, b) - gradeOf(grades, a));
}
