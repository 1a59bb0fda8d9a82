/** The textures of one picture: amplitudes as R32F, and where any trace is absent its status as R8, in tiles. */
import { DataTexture, FloatType, NearestFilter, RedFormat, UnsignedByteType, type WebGLRenderer } from 'three';
import { compactData } from '../../shared/slices.ts';
import { sliceTiles, type SliceTile } from './slice-tiles.ts';
import type { SlicePicture } from './slice-picture.ts';

export interface TileTextures {
  readonly tile: SliceTile;
  readonly amplitudes: DataTexture;
  /** One texel, live, where `hasStatuses` is false. */
  readonly statuses: DataTexture;
}

/** Belongs to one renderer. Refilled in place while the shape stays. */
export class SliceTexture {
  readonly #renderer: WebGLRenderer;
  #shape: readonly [rows: number, columns: number] = [0, 0];
  #statusColumns = 0;
  #tiles: TileTextures[] = [];

  constructor(renderer: WebGLRenderer) {
    this.#renderer = renderer;
  }

  get tiles(): readonly TileTextures[] {
    return this.#tiles;
  }

  get hasStatuses(): boolean {
    return this.#statusColumns > 0;
  }

  /** Uploads a picture. Returns true where the textures are other objects than before. */
  update({ view, traceStatus }: Pick<SlicePicture, 'view' | 'traceStatus'>): boolean {
    const [rows, columns] = view.shape;
    const statusColumns = traceStatus === null ? 0 : traceStatus.length === rows ? 1 : columns;
    const isReallocated =
      rows !== this.#shape[0] || columns !== this.#shape[1] || statusColumns !== this.#statusColumns;
    if (isReallocated) {
      this.dispose();
      this.#shape = [rows, columns];
      this.#statusColumns = statusColumns;
      this.#tiles = sliceTiles(view.shape, this.#renderer.capabilities.maxTextureSize).map((tile) => ({
        tile,
        amplitudes: amplitudeTexture(tile.texture.columns, tile.texture.rows),
        statuses: statusTexture(statusColumns === 1 ? 1 : tile.texture.columns, tile.texture.rows, statusColumns > 0),
      }));
    }
    const amplitudes = compactData(view);
    for (const { tile, ...textures } of this.#tiles) {
      const { row, column, rows: tileRows, columns: tileColumns } = tile.texture;
      this.#refill(textures.amplitudes, window(amplitudes, columns, row, column, tileRows, tileColumns));
      if (traceStatus === null) continue;
      const first = statusColumns === 1 ? 0 : column;
      const width = statusColumns === 1 ? 1 : tileColumns;
      this.#refill(textures.statuses, window(traceStatus, statusColumns, row, first, tileRows, width));
    }
    return isReallocated;
  }

  dispose(): void {
    for (const { amplitudes, statuses } of this.#tiles) {
      amplitudes.dispose();
      statuses.dispose();
    }
    this.#tiles = [];
    this.#shape = [0, 0];
    this.#statusColumns = 0;
  }

  /** Uploads now, so that its time is not counted as drawing. three refills with texSubImage2D. */
  #refill(texture: DataTexture, data: Float32Array | Uint8Array): void {
    texture.image.data = data;
    texture.needsUpdate = true;
    this.#renderer.initTexture(texture);
  }
}

/** A rectangle of a C-order array: itself or a subarray where it is contiguous, else a copy. */
function window<Data extends Float32Array | Uint8Array>(
  data: Data,
  dataColumns: number,
  row: number,
  column: number,
  rows: number,
  columns: number,
): Data {
  if (columns === dataColumns) return data.subarray(row * columns, (row + rows) * columns) as Data;
  const out = data.slice(0, rows * columns) as Data;
  for (let k = 0; k < rows; k += 1) {
    const first = (row + k) * dataColumns + column;
    out.set(data.subarray(first, first + columns), k * columns);
  }
  return out;
}

function amplitudeTexture(width: number, height: number): DataTexture {
  const texture = new DataTexture(null, width, height, RedFormat, FloatType);
  texture.internalFormat = 'R32F';
  return unfiltered(texture);
}

function statusTexture(width: number, height: number, isUsed: boolean): DataTexture {
  const texture = isUsed
    ? new DataTexture(null, width, height, RedFormat, UnsignedByteType)
    : new DataTexture(new Uint8Array(1), 1, 1, RedFormat, UnsignedByteType);
  texture.unpackAlignment = 1;
  texture.needsUpdate = !isUsed;
  return unfiltered(texture);
}

function unfiltered(texture: DataTexture): DataTexture {
  texture.minFilter = NearestFilter;
  texture.magFilter = NearestFilter;
  texture.generateMipmaps = false;
  return texture;
}
