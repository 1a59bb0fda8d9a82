/** The quads of a section, one per texture tile, clipped to the canvas in float64 so that no zoom is too deep. */
import { BufferAttribute, BufferGeometry, Group, Mesh, type ShaderMaterial } from 'three';
import { SECTION_VERTEX } from '../shaders/slice-vertex.ts';
import { cellRange } from './cell-range.ts';
import { canvasFromPicture, pictureFromCanvas, pictureFromSection, sectionFromPicture } from './section-view.ts';
import type { SectionView } from './section-view.ts';
import { bindTile, createSliceMaterial, type DisplayUniforms } from './slice-material.ts';
import type { SlicePicture } from './slice-picture.ts';
import type { SliceTexture, TileTextures } from './slice-texture.ts';

type TileMesh = Mesh<BufferGeometry, ShaderMaterial>;

export class SectionTiles {
  readonly group = new Group();
  readonly #display: DisplayUniforms;
  #meshes: TileMesh[] = [];
  #textures: readonly TileTextures[] = [];

  constructor(display: DisplayUniforms) {
    this.#display = display;
  }

  /** To be called whenever the texture was refilled. */
  bind(texture: SliceTexture): void {
    while (this.#meshes.length > texture.tiles.length) this.#disposeMesh(this.#meshes.pop()!);
    while (this.#meshes.length < texture.tiles.length) this.#meshes.push(this.#createMesh());
    this.#textures = texture.tiles;
    for (const [k, mesh] of this.#meshes.entries()) bindTile(mesh.material, texture.tiles[k]!, texture.hasStatuses);
  }

  /** Places every tile; tiles outside the canvas are left out of the draw. */
  place(view: SectionView, { decimation, view: { shape } }: SlicePicture): void {
    const topLeft = pictureFromCanvas(view, { x: 0, y: 0 });
    const bottomRight = pictureFromCanvas(view, { x: view.canvasWidth, y: view.canvasHeight });
    const isTurned = view.layout.across === 'rows';
    const lastRow = (isTurned ? view.size.across : view.size.down) - 0.5;
    const lastColumn = (isTurned ? view.size.down : view.size.across) - 0.5;

    for (const [k, mesh] of this.#meshes.entries()) {
      const { tile } = this.#textures[k]!;
      const rows = cellRange(tile.row, tile.rows, shape[0], decimation.rows, -0.5, lastRow);
      const columns = cellRange(tile.column, tile.columns, shape[1], decimation.columns, -0.5, lastColumn);
      const one = pictureFromSection(view, { row: rows.low, column: columns.low });
      const other = pictureFromSection(view, { row: rows.high, column: columns.high });
      const left = Math.max(Math.min(one.across, other.across), topLeft.across);
      const right = Math.min(Math.max(one.across, other.across), bottomRight.across);
      const top = Math.max(Math.min(one.down, other.down), topLeft.down);
      const bottom = Math.min(Math.max(one.down, other.down), bottomRight.down);
      mesh.visible = left < right && top < bottom;
      if (!mesh.visible) continue;

      const corners = [
        { across: left, down: top },
        { across: left, down: bottom },
        { across: right, down: top },
        { across: right, down: bottom },
      ];
      const position = mesh.geometry.getAttribute('position');
      const cell = mesh.geometry.getAttribute('cell');
      for (const [vertex, corner] of corners.entries()) {
        const { x, y } = canvasFromPicture(view, corner);
        const { row, column } = sectionFromPicture(view, corner);
        position.setXY(vertex, (2 * x) / view.canvasWidth - 1, 1 - (2 * y) / view.canvasHeight);
        cell.setXY(
          vertex,
          column / decimation.columns + 0.5 - tile.texture.column,
          row / decimation.rows + 0.5 - tile.texture.row,
        );
      }
      position.needsUpdate = true;
      cell.needsUpdate = true;
    }
  }

  dispose(): void {
    for (const mesh of this.#meshes) this.#disposeMesh(mesh);
    this.#meshes = [];
    this.#textures = [];
  }

  #createMesh(): TileMesh {
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(new Float32Array(12), 3));
    geometry.setAttribute('cell', new BufferAttribute(new Float32Array(8), 2));
    geometry.setIndex([0, 1, 2, 2, 1, 3]);
    const mesh = new Mesh(geometry, createSliceMaterial(SECTION_VERTEX, this.#display));
    mesh.frustumCulled = false;
    this.group.add(mesh);
    return mesh;
  }

  #disposeMesh(mesh: TileMesh): void {
    this.group.remove(mesh);
    mesh.geometry.dispose();
    mesh.material.dispose();
  }
}
