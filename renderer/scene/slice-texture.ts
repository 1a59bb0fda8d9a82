/** The textures of one picture: its amplitudes as R32F, in tiles, refilled in place while the shape stays. */
import { DataTexture, FloatType, NearestFilter, RedFormat, type WebGLRenderer } from 'three';
import { samplesWithAbsentAsNaN } from './absent-samples.ts';
import { sliceTiles, type SliceTile } from './slice-tiles.ts';
import type { SlicePicture } from './slice-picture.ts';

export interface TileTexture {
  readonly tile: SliceTile;
  readonly amplitudes: DataTexture;
}

/** Belongs to one renderer. */
export class SliceTexture {
  readonly #renderer: WebGLRenderer;
  #shape: readonly [rows: number, columns: number] = [0, 0];
  #tiles: TileTexture[] = [];

  constructor(renderer: WebGLRenderer) {
    this.#renderer = renderer;
  }

  get tiles(): readonly TileTexture[] {
    return this.#tiles;
  }

  /** Uploads now, so that its time is not counted as drawing. */
  update(picture: Pick<SlicePicture, 'view' | 'traceStatus'>): void {
    const { shape } = picture.view;
    if (shape[0] !== this.#shape[0] || shape[1] !== this.#shape[1]) {
      this.dispose();
      this.#shape = shape;
      this.#tiles = sliceTiles(shape, this.#renderer.capabilities.maxTextureSize).map((tile) => ({
        tile,
        amplitudes: amplitudeTexture(tile.texture.columns, tile.texture.rows),
      }));
    }
    const samples = samplesWithAbsentAsNaN(picture);
    for (const { tile, amplitudes } of this.#tiles) {
      amplitudes.image.data = tileSamples(samples, shape[1], tile);
      amplitudes.needsUpdate = true;
      // Into memory that texStorage2D allocated once, with texSubImage2D.
      this.#renderer.initTexture(amplitudes);
    }
  }

  dispose(): void {
    for (const { amplitudes } of this.#tiles) amplitudes.dispose();
    this.#tiles = [];
    this.#shape = [0, 0];
  }
}

function amplitudeTexture(width: number, height: number): DataTexture {
  const texture = new DataTexture(null, width, height, RedFormat, FloatType);
  texture.internalFormat = 'R32F';
  texture.minFilter = NearestFilter;
  texture.magFilter = NearestFilter;
  return texture;
}

/** The tile's part of the samples: all rows of it lie together where it is as wide as the picture, else a copy. */
function tileSamples(samples: Float32Array, pictureColumns: number, { texture }: SliceTile): Float32Array {
  const { row, column, rows, columns } = texture;
  if (columns === pictureColumns) return samples.subarray(row * columns, (row + rows) * columns);
  const out = new Float32Array(rows * columns);
  for (let k = 0; k < rows; k += 1) {
    const first = (row + k) * pictureColumns + column;
    out.set(samples.subarray(first, first + columns), k * columns);
  }
  return out;
}
