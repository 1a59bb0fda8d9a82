/** Collects pieces of lines in a region of the map: clipped to it and relative to its middle in float64, then float32. */
import type { WorldExtent } from '../../../shared/geometry/world-extent.ts';
import type { PointInWorld } from '../../../shared/geometry/world-from-grid.ts';

export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

const FIRST_CAPACITY = 1024;

export class StrokeBuilder {
  /** x and y of both ends of each piece, relative to `origin`. */
  ends = new Float32Array(4 * FIRST_CAPACITY);
  /** Bytes. */
  colours = new Uint8Array(4 * FIRST_CAPACITY);
  /** Whose piece it is. */
  owners = new Uint32Array(FIRST_CAPACITY);
  count = 0;
  origin: PointInWorld = { x: 0, y: 0 };
  #region: WorldExtent = { west: 0, east: 0, south: 0, north: 0 };

  /** Forgets all pieces; those that follow are of this region. */
  begin(region: WorldExtent): void {
    this.count = 0;
    this.#region = region;
    this.origin = { x: (region.west + region.east) / 2, y: (region.south + region.north) / 2 };
  }

  /** @param vertices which of the points, in their order; all where it is left out */
  addLine(x: ArrayLike<number>, y: ArrayLike<number>, colour: Rgba, owner: number, vertices?: Uint32Array): void {
    const count = vertices?.length ?? x.length;
    let before = vertices?.[0] ?? 0;
    for (let k = 1; k < count; k += 1) {
      const at = vertices?.[k] ?? k;
      this.add(x[before]!, y[before]!, x[at]!, y[at]!, colour, owner);
      before = at;
    }
  }

  /** Liang and Barsky 1984. */
  add(x0: number, y0: number, x1: number, y1: number, colour: Rgba, owner: number): void {
    const { west, east, south, north } = this.#region;
    const dx = x1 - x0;
    const dy = y1 - y0;
    let from = 0;
    let to = 1;
    for (let side = 0; side < 4; side += 1) {
      const p = side === 0 ? -dx : side === 1 ? dx : side === 2 ? -dy : dy;
      const q = side === 0 ? x0 - west : side === 1 ? east - x0 : side === 2 ? y0 - south : north - y0;
      if (p === 0) {
        if (q < 0) return;
      } else if (p < 0) from = Math.max(from, q / p);
      else to = Math.min(to, q / p);
    }
    if (!(from <= to)) return;
    this.#push(x0 + from * dx, y0 + from * dy, x0 + to * dx, y0 + to * dy, colour, owner);
  }

  #push(x0: number, y0: number, x1: number, y1: number, colour: Rgba, owner: number): void {
    const at = this.count;
    if (at === this.owners.length) this.#grow();
    const { ends, colours } = this;
    const { x, y } = this.origin;
    ends[4 * at] = x0 - x;
    ends[4 * at + 1] = y0 - y;
    ends[4 * at + 2] = x1 - x;
    ends[4 * at + 3] = y1 - y;
    colours[4 * at] = colour[0];
    colours[4 * at + 1] = colour[1];
    colours[4 * at + 2] = colour[2];
    colours[4 * at + 3] = colour[3];
    this.owners[at] = owner;
    this.count = at + 1;
  }

  #grow(): void {
    const capacity = 2 * this.owners.length;
    const ends = new Float32Array(4 * capacity);
    const colours = new Uint8Array(4 * capacity);
    const owners = new Uint32Array(capacity);
    ends.set(this.ends);
    colours.set(this.colours);
    owners.set(this.owners);
    Object.assign(this, { ends, colours, owners });
  }
}
