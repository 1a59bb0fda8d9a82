/** One 2D line in the 3D scene: its picture on the surface over its path, and the outline of that surface. */
import {
  BufferAttribute,
  BufferGeometry,
  Group,
  LineBasicMaterial,
  LineSegments,
  Mesh,
  type ShaderMaterial,
  type WebGLRenderer,
} from 'three';
import type { SampleAxis } from '../../../shared/axes.ts';
import type { Rgb } from '../../../shared/colour/rgb.ts';
import { PLANE_VERTEX } from '../../shaders/slice-vertex.ts';
import { screenColour } from '../canvas-renderer.ts';
import type { DisplayUniforms } from '../display-uniforms.ts';
import type { LocalFrame } from '../local-frame.ts';
import { SliceMaterials } from '../slice-materials.ts';
import type { SlicePicture } from '../slice-picture.ts';
import { SliceTexture } from '../slice-texture.ts';
import type { Uploads } from '../uploads.ts';
import { localFence, type FenceLine, type LocalFence } from './fence-line.ts';
import { fenceOutline, fenceVertices } from './fence-vertices.ts';

const BEFORE_COLOURS = -1;

export class Fence {
  readonly group = new Group();
  readonly line: FenceLine;
  readonly #texture: SliceTexture;
  readonly #materials: SliceMaterials;
  readonly #mesh: Mesh<BufferGeometry, ShaderMaterial>;
  /** Drawn before all colours. */
  readonly #depth: Mesh<BufferGeometry, ShaderMaterial>;
  readonly #outline = new LineSegments(new BufferGeometry(), new LineBasicMaterial());
  #local: LocalFence | null = null;
  #picture: SlicePicture | null = null;
  #isStale = false;

  /** @param depthMaterial of all fences, see `createDepthMaterial` */
  constructor(line: FenceLine, renderer: WebGLRenderer, display: DisplayUniforms, depthMaterial: ShaderMaterial) {
    this.line = line;
    this.#texture = new SliceTexture(renderer);
    this.#materials = new SliceMaterials(PLANE_VERTEX, display, true);
    this.#mesh = new Mesh(new BufferGeometry(), this.#materials.exact);
    this.#depth = new Mesh(this.#mesh.geometry, depthMaterial);
    this.#depth.renderOrder = BEFORE_COLOURS;
    for (const mesh of [this.#mesh, this.#depth]) mesh.visible = false;
    this.group.add(this.#depth, this.#mesh, this.#outline);
    for (const object of this.group.children) object.frustumCulled = false;
  }

  /** Null before it is placed. */
  get local(): LocalFence | null {
    return this.#local;
  }

  get picture(): SlicePicture | null {
    return this.#picture;
  }

  /** A picture of the line's traces in one texture. `refill` uploads and places it. */
  show(picture: SlicePicture): void {
    this.#picture = picture;
    this.#isStale = true;
  }

  refill(uploads: Uploads, frame: LocalFrame, sceneSamples: SampleAxis): void {
    const picture = this.#picture;
    if (!this.#isStale || picture === null) return;
    this.#isStale = false;
    uploads.measure(picture.requestId, () => this.#texture.update(picture));
    this.#materials.setTexture(this.#texture.tiles[0]!.amplitudes);
    for (const mesh of [this.#mesh, this.#depth]) mesh.visible = true;
    this.place(frame, sceneSamples);
  }

  place(frame: LocalFrame, sceneSamples: SampleAxis): void {
    this.#local = localFence(this.line, frame, sceneSamples);
    this.#outline.geometry.setAttribute('position', new BufferAttribute(fenceOutline(this.#local), 3));
    const picture = this.#picture;
    if (picture === null || this.#isStale) return;
    const { plane, decimation } = picture;
    const { positions, texels, indices } = fenceVertices(this.#local, plane.index, this.line.samples.count, decimation);
    const { geometry } = this.#mesh;
    geometry.setAttribute('position', new BufferAttribute(positions, 3));
    geometry.setAttribute('texelAtVertex', new BufferAttribute(texels, 2));
    geometry.setIndex(new BufferAttribute(indices, 1));
  }

  setSmooth(isSmooth: boolean): void {
    this.#mesh.material = isSmooth ? this.#materials.smooth : this.#materials.exact;
  }

  setOutlineColour(colour: Rgb): void {
    this.#outline.material.color.copy(screenColour(colour));
  }

  /** Nearer ones are drawn first, so that what they hide costs nothing. */
  setOrder(order: number): void {
    this.#mesh.renderOrder = order;
  }

  dispose(): void {
    this.group.removeFromParent();
    this.#mesh.geometry.dispose();
    this.#outline.geometry.dispose();
    this.#outline.material.dispose();
    this.#materials.dispose();
    this.#texture.dispose();
  }
}
