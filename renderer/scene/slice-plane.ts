/** One slice in the 3D scene: its textures, its quads in the local frame, and its outline. */
import { BufferGeometry, Group, LineBasicMaterial, LineLoop, type WebGLRenderer } from 'three';
import type { Rgb } from '../../shared/colour/rgb.ts';
import { PLANE_VERTEX } from '../shaders/slice-vertex.ts';
import { screenColour } from './canvas-renderer.ts';
import { cellRange, texelAt } from './cell-range.ts';
import type { DisplayUniforms } from './display-uniforms.ts';
import { localFromGrid, type LocalFrame } from './local-frame.ts';
import { lineThrough } from './line-geometry.ts';
import { axisEnds, PLANE_AXES, planeCorners, planePosition } from './plane-corners.ts';
import type { PlaneOrientation } from './scene-events.ts';
import { SliceMesh, type QuadVertex } from './slice-mesh.ts';
import type { SlicePicture } from './slice-picture.ts';
import { SliceTexture, type TileTexture } from './slice-texture.ts';
import type { Uploads } from './uploads.ts';

export class SlicePlane {
  readonly group = new Group();
  readonly #orientation: PlaneOrientation;
  readonly #display: DisplayUniforms;
  readonly #texture: SliceTexture;
  readonly #outline = new LineLoop(new BufferGeometry(), new LineBasicMaterial());
  #meshes: SliceMesh[] = [];
  #picture: SlicePicture | null = null;
  /** The texture holds an earlier picture than `#picture`. */
  #isStale = false;
  #isSmooth = false;

  constructor(orientation: PlaneOrientation, renderer: WebGLRenderer, display: DisplayUniforms) {
    this.#orientation = orientation;
    this.#display = display;
    this.#texture = new SliceTexture(renderer);
    this.#outline.frustumCulled = false;
    this.group.add(this.#outline);
    this.group.visible = false;
  }

  get picture(): SlicePicture | null {
    return this.#picture;
  }

  /** Takes the picture; `refill` uploads and places it. */
  show(picture: SlicePicture): void {
    this.#picture = picture;
    this.#isStale = true;
  }

  /** Uploads with the frame, so that of pictures which come faster than frames only the latest is uploaded. */
  refill(uploads: Uploads, frame: LocalFrame): void {
    const picture = this.#picture;
    if (!this.#isStale || picture === null) return;
    this.#isStale = false;
    uploads.measure(picture.requestId, () => this.#texture.update(picture));
    const { tiles } = this.#texture;
    while (this.#meshes.length > tiles.length) this.#meshes.pop()!.dispose();
    while (this.#meshes.length < tiles.length) {
      const mesh = new SliceMesh(PLANE_VERTEX, this.#display);
      this.group.add(mesh.mesh);
      this.#meshes.push(mesh);
    }
    for (const [k, mesh] of this.#meshes.entries()) mesh.setTexture(tiles[k]!.amplitudes);
    this.setSmooth(this.#isSmooth);
    this.group.visible = true;
    this.place(frame);
  }

  place(frame: LocalFrame): void {
    // A stale picture is placed when it is uploaded.
    if (this.#picture === null || this.#isStale) return;
    const { index } = this.#picture.plane;
    const [c00, c01, c10, c11] = planeCorners(this.#orientation, index, frame.counts);
    lineThrough(
      this.#outline.geometry,
      [c00, c01, c11, c10].map((corner) => localFromGrid(frame, corner)),
    );
    for (const [k, mesh] of this.#meshes.entries()) {
      mesh.setVertices(tileVertices(this.#orientation, this.#picture, this.#texture.tiles[k]!, frame));
    }
  }

  setSmooth(isSmooth: boolean): void {
    this.#isSmooth = isSmooth;
    for (const mesh of this.#meshes) mesh.setSmooth(isSmooth);
  }

  setOutlineColour(colour: Rgb): void {
    this.#outline.material.color.copy(screenColour(colour));
  }

  clear(): void {
    this.#picture = null;
    this.#isStale = false;
    this.group.visible = false;
    for (const mesh of this.#meshes) mesh.dispose();
    this.#meshes = [];
    this.#texture.dispose();
  }

  dispose(): void {
    this.clear();
    this.#outline.geometry.dispose();
    this.#outline.material.dispose();
  }
}

function tileVertices(
  orientation: PlaneOrientation,
  { decimation, plane, view: { shape } }: SlicePicture,
  { tile }: TileTexture,
  frame: LocalFrame,
): [QuadVertex, QuadVertex, QuadVertex, QuadVertex] {
  const axes = PLANE_AXES[orientation];
  const rows = cellRange(tile.row, tile.rows, shape[0], decimation.rows, axisEnds(frame.counts[axes.row]));
  const columns = cellRange(
    tile.column,
    tile.columns,
    shape[1],
    decimation.columns,
    axisEnds(frame.counts[axes.column]),
  );
  const vertexAt = (row: number, column: number): QuadVertex => {
    const { x, y, z } = localFromGrid(frame, planePosition(orientation, plane.index, row, column));
    return {
      position: [x, y, z],
      texel: [
        texelAt(column, decimation.columns, tile.texture.column),
        texelAt(row, decimation.rows, tile.texture.row),
      ],
    };
  };
  return [
    vertexAt(rows.low, columns.low),
    vertexAt(rows.low, columns.high),
    vertexAt(rows.high, columns.low),
    vertexAt(rows.high, columns.high),
  ];
}
