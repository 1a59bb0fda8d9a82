/** The quads of a section, one per texture tile, clipped to the canvas in float64 so that no zoom is too deep. */
import { Group } from 'three';
import { SECTION_VERTEX } from '../shaders/slice-vertex.ts';
import { cellRange, texelAt } from './cell-range.ts';
import type { DisplayUniforms } from './display-uniforms.ts';
import {
  canvasFromPicture,
  pictureFromCanvas,
  pictureFromSection,
  sectionFromPicture,
  type PointInPicture,
  type SectionView,
} from './section-view.ts';
import { SliceMesh, type QuadVertex } from './slice-mesh.ts';
import type { SlicePicture } from './slice-picture.ts';
import type { SliceTexture, TileTexture } from './slice-texture.ts';
import type { SliceTile } from './slice-tiles.ts';

interface PictureRectangle {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** CSS pixels. */
export interface CanvasArea {
  readonly left: number;
  readonly right: number;
}

const wholeCanvas = ({ canvasWidth }: SectionView): CanvasArea => ({ left: 0, right: canvasWidth });

export class SectionTiles {
  readonly group = new Group();
  readonly #display: DisplayUniforms;
  #meshes: SliceMesh[] = [];
  #textures: readonly TileTexture[] = [];

  constructor(display: DisplayUniforms) {
    this.#display = display;
  }

  /** To be called whenever the texture was refilled or disposed. */
  bind(texture: SliceTexture): void {
    while (this.#meshes.length > texture.tiles.length) this.#meshes.pop()!.dispose();
    while (this.#meshes.length < texture.tiles.length) {
      const mesh = new SliceMesh(SECTION_VERTEX, this.#display);
      this.group.add(mesh.mesh);
      this.#meshes.push(mesh);
    }
    this.#textures = texture.tiles;
    for (const [k, mesh] of this.#meshes.entries()) mesh.setTexture(texture.tiles[k]!.amplitudes);
  }

  /** Places every tile; tiles outside the canvas, or the part of it that is theirs, are left out of the draw. */
  place(view: SectionView, picture: SlicePicture, isSmooth: boolean, area: CanvasArea = wholeCanvas(view)): void {
    const topLeft = pictureFromCanvas(view, { x: area.left, y: 0 });
    const bottomRight = pictureFromCanvas(view, { x: area.right, y: view.canvasHeight });
    for (const [k, mesh] of this.#meshes.entries()) {
      const { tile } = this.#textures[k]!;
      const whole = rectangleOfTile(view, picture, tile);
      const left = Math.max(whole.left, topLeft.across);
      const right = Math.min(whole.right, bottomRight.across);
      const top = Math.max(whole.top, topLeft.down);
      const bottom = Math.min(whole.bottom, bottomRight.down);
      mesh.mesh.visible = left < right && top < bottom;
      if (!mesh.mesh.visible) continue;
      const vertexAt = (across: number, down: number): QuadVertex => quadVertex(view, picture, tile, { across, down });
      mesh.setVertices([vertexAt(left, top), vertexAt(left, bottom), vertexAt(right, top), vertexAt(right, bottom)]);
      mesh.setSmooth(isSmooth);
    }
  }

  dispose(): void {
    for (const mesh of this.#meshes) mesh.dispose();
    this.#meshes = [];
    this.#textures = [];
  }
}

function rectangleOfTile(view: SectionView, { decimation, view: { shape } }: SlicePicture, tile: SliceTile) {
  const isTurned = view.layout.across === 'rows';
  const lastRow = (isTurned ? view.size.across : view.size.down) - 0.5;
  const lastColumn = (isTurned ? view.size.down : view.size.across) - 0.5;
  const rows = cellRange(tile.row, tile.rows, shape[0], decimation.rows, [-0.5, lastRow]);
  const columns = cellRange(tile.column, tile.columns, shape[1], decimation.columns, [-0.5, lastColumn]);
  const one = pictureFromSection(view, { row: rows.low, column: columns.low });
  const other = pictureFromSection(view, { row: rows.high, column: columns.high });
  const rectangle: PictureRectangle = {
    left: Math.min(one.across, other.across),
    right: Math.max(one.across, other.across),
    top: Math.min(one.down, other.down),
    bottom: Math.max(one.down, other.down),
  };
  return rectangle;
}

function quadVertex(
  view: SectionView,
  { decimation }: SlicePicture,
  tile: SliceTile,
  corner: PointInPicture,
): QuadVertex {
  const { x, y } = canvasFromPicture(view, corner);
  const { row, column } = sectionFromPicture(view, corner);
  return {
    position: [(2 * x) / view.canvasWidth - 1, 1 - (2 * y) / view.canvasHeight, 0],
    texel: [texelAt(column, decimation.columns, tile.texture.column), texelAt(row, decimation.rows, tile.texture.row)],
  };
}
