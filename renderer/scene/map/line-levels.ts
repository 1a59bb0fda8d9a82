/** The levels of detail of one line, made when they are first wanted: each is the vertices with more than a power of two. */
import type { WorldExtent } from '../../../shared/geometry/world-extent.ts';
import { extentOf } from '../../../shared/geometry/world-extent.ts';

/** One element a trace; see `measureDetail`. */
export interface LineOnMap {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly detail: Float32Array;
}

/** Finer ones are all the same: coordinates are stored in centimetres at best. */
const FINEST_LEVEL = -10;

/** A line drawn by the level strays from all of it by no more than `tolerance`. */
export const levelFor = (tolerance: number): number => Math.max(Math.floor(Math.log2(tolerance)), FINEST_LEVEL);

export class LineLevels {
  readonly line: LineOnMap;
  /** Null where no trace has a position. */
  readonly extent: WorldExtent | null;
  readonly #levels = new Map<number, Uint32Array>();

  constructor(line: LineOnMap) {
    this.line = line;
    this.extent = extentOf(line.x, line.y);
  }

  /** 0-based traces that are to be joined. */
  vertices(level: number): Uint32Array {
    const known = this.#levels.get(level);
    if (known !== undefined) return known;
    const made = this.#make(level);
    this.#levels.set(level, made);
    return made;
  }

  /** Of those that were asked for; the finest where none was. */
  coarsest(): Uint32Array {
    return this.vertices(this.#levels.size === 0 ? FINEST_LEVEL : Math.max(...this.#levels.keys()));
  }

  #make(level: number): Uint32Array {
    const { detail } = this.line;
    const tolerance = 2 ** level;
    const finer = this.#finerThan(level);
    const from = finer?.length ?? detail.length;
    let count = 0;
    for (let k = 0; k < from; k += 1) if (detail[finer?.[k] ?? k]! > tolerance) count += 1;
    // Levels that leave nothing out are one array.
    if (finer !== null && count === finer.length) return finer;
    const vertices = new Uint32Array(count);
    for (let k = 0, at = 0; k < from; k += 1) {
      const trace = finer?.[k] ?? k;
      if (detail[trace]! > tolerance) vertices[at++] = trace;
    }
    return vertices;
  }

  /** The next finer level that is there: it holds all of this one. */
  #finerThan(level: number): Uint32Array | null {
    let finest: number | null = null;
    for (const known of this.#levels.keys()) {
      if (known < level && (finest === null || known > finest)) finest = known;
    }
    return finest === null ? null : this.#levels.get(finest)!;
  }
}
