/**
 * Draws the pieces of a `StrokeBuilder`: smooth ones of any width as boxes, or thin ones as lines of the GPU's. No instances: SwiftShader
 * takes one at a time, 12,000 pieces in 100 ms; as boxes of an index they take 50 ms, as thin lines 14 ms.
 */
import {
  BufferAttribute,
  BufferGeometry,
  DynamicDrawUsage,
  GLSL3,
  Group,
  LineSegments,
  Mesh,
  NoBlending,
  NormalBlending,
  ShaderMaterial,
  type IUniform,
} from 'three';
import { STROKE_FRAGMENT, STROKE_VERTEX, THIN_FRAGMENT, THIN_VERTEX } from '../../shaders/map-strokes.ts';
import { MapSpace } from './map-space.ts';
import type { StrokeBuilder } from './stroke-builder.ts';

/** Of a piece's four vertices. */
const BOX = [0, 1, 2, 2, 1, 3] as const;
const LINE = [0, 1] as const;

export class StrokeMesh {
  readonly space = new MapSpace();
  readonly group = new Group();
  readonly #smooth: Mesh<BufferGeometry, ShaderMaterial>;
  readonly #thin: LineSegments<BufferGeometry, ShaderMaterial>;
  readonly #halfWidth: IUniform<number> = { value: 0.5 };
  #capacity = 0;

  /** @param order layers with a greater one lie above */
  constructor(order: number) {
    const uniforms = { ...this.space.uniforms, halfWidth: this.#halfWidth };
    const shared = { glslVersion: GLSL3, uniforms, depthTest: false, depthWrite: false, toneMapped: false } as const;
    const smooth = { vertexShader: STROKE_VERTEX, fragmentShader: STROKE_FRAGMENT, transparent: true };
    this.#smooth = new Mesh(new BufferGeometry(), new ShaderMaterial({ ...shared, ...smooth }));
    const thin = { vertexShader: THIN_VERTEX, fragmentShader: THIN_FRAGMENT, transparent: true };
    this.#thin = new LineSegments(new BufferGeometry(), new ShaderMaterial({ ...shared, ...thin }));
    for (const drawn of [this.#smooth, this.#thin]) {
      drawn.frustumCulled = false;
      drawn.renderOrder = order;
      this.group.add(drawn);
    }
    this.group.visible = false;
    this.setThin(false);
  }

  /** CSS pixels, of smooth pieces. */
  setWidth(width: number): void {
    this.#halfWidth.value = width / 2;
  }

  setThin(isThin: boolean): void {
    this.#thin.visible = isThin;
    this.#smooth.visible = !isThin;
  }

  /** Thin pieces that are opaque are drawn without blending, which takes a software renderer a third of its time. */
  setOpaque(isOpaque: boolean): void {
    this.#thin.material.blending = isOpaque ? NoBlending : NormalBlending;
  }

  /** Uploads all pieces. */
  fill({ ends, colours, count }: StrokeBuilder): void {
    if (count > this.#capacity) this.#grow(count);
    const { geometry } = this.#smooth;
    const endsOf = geometry.getAttribute('ends') as BufferAttribute;
    const coloursOf = geometry.getAttribute('colour') as BufferAttribute;
    if (count > 0) {
      fourTimes(ends, endsOf.array as Float32Array, count);
      // The four bytes of a colour at once.
      const packed = coloursOf.array as Uint8Array;
      fourTimesOne(new Uint32Array(colours.buffer), new Uint32Array(packed.buffer), count);
      for (const attribute of [endsOf, coloursOf]) {
        attribute.clearUpdateRanges();
        attribute.addUpdateRange(0, 16 * count);
        attribute.needsUpdate = true;
      }
    }
    geometry.setDrawRange(0, BOX.length * count);
    this.#thin.geometry.setDrawRange(0, LINE.length * count);
    this.group.visible = count > 0;
  }

  dispose(): void {
    for (const drawn of [this.#smooth, this.#thin]) {
      drawn.geometry.dispose();
      drawn.material.dispose();
    }
  }

  /** Other buffers, twice as large as need be; both geometries read the same vertices. */
  #grow(count: number): void {
    this.#capacity = 2 * count;
    const vertices = 4 * this.#capacity;
    const ends = new BufferAttribute(new Float32Array(4 * vertices), 4).setUsage(DynamicDrawUsage);
    const colour = new BufferAttribute(new Uint8Array(4 * vertices), 4, true).setUsage(DynamicDrawUsage);
    for (const [drawn, corners] of [
      [this.#smooth, BOX],
      [this.#thin, LINE],
    ] as const) {
      // prettier-ignore
      drawn.geometry.dispose();
      drawn.geometry = new BufferGeometry();
      drawn.geometry.setAttribute('ends', ends);
      drawn.geometry.setAttribute('colour', colour);
      drawn.geometry.setIndex(new BufferAttribute(indexOf(corners, this.#capacity), 1));
    }
  }
}

function indexOf(corners: readonly number[], pieces: number): Uint32Array {
  const index = new Uint32Array(corners.length * pieces);
  for (let piece = 0, at = 0; piece < pieces; piece += 1)
    for (const corner of corners) index[at++] = 4 * piece + corner;
  return index;
}

function fourTimes(from: Float32Array, to: Float32Array, count: number): void {
  for (let piece = 0; piece < count; piece += 1) {
    const [x0, y0, x1, y1] = [from[4 * piece]!, from[4 * piece + 1]!, from[4 * piece + 2]!, from[4 * piece + 3]!];
    for (let at = 16 * piece; at < 16 * piece + 16; at += 4) {
      to[at] = x0;
      to[at + 1] = y0;
      to[at + 2] = x1;
      to[at + 3] = y1;
    }
  }
}

function fourTimesOne(from: Uint32Array, to: Uint32Array, count: number): void {
  for (let piece = 0; piece < count; piece += 1) to.fill(from[piece]!, 4 * piece, 4 * piece + 4);
}
