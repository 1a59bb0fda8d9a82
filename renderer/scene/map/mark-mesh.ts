/** Round marks, a point each: of one size and colour, or by their grades. */
import { BufferAttribute, BufferGeometry, GLSL3, Points, ShaderMaterial, Vector2, Vector3, type IUniform } from 'three';
import type { Rgb } from '../../../shared/colour/rgb.ts';
import { MARK_FRAGMENT, MARK_VERTEX } from '../../shaders/map-strokes.ts';
import { MIS_TIE_RAMP, MIS_TIE_SIZES } from './mis-tie-colours.ts';
import { MapSpace } from './map-space.ts';

export class MarkMesh {
  readonly space = new MapSpace();
  readonly points: Points<BufferGeometry, ShaderMaterial>;
  readonly #halfWidth: IUniform<number> = { value: 3 };
  readonly #fill: IUniform<Vector3> = { value: new Vector3() };
  readonly #rim: IUniform<Vector3> = { value: new Vector3() };

  /** @param order layers with a greater one lie above */
  constructor(order: number) {
    const material = new ShaderMaterial({
      glslVersion: GLSL3,
      vertexShader: MARK_VERTEX,
      fragmentShader: MARK_FRAGMENT,
      uniforms: {
        ...this.space.uniforms,
        halfWidth: this.#halfWidth,
        fill: this.#fill,
        rim: this.#rim,
        ramp: { value: MIS_TIE_RAMP.map((rgb) => new Vector3(...rgb).divideScalar(255)) },
        sizes: { value: new Vector2(...MIS_TIE_SIZES) },
      },
      transparent: true,
      depthTest: false,
      depthWrite: false,
      toneMapped: false,
    });
    this.points = new Points(new BufferGeometry(), material);
    this.points.frustumCulled = false;
    this.points.renderOrder = order;
    this.points.visible = false;
  }

  setColours(fill: Rgb, rim: Rgb): void {
    this.#fill.value.set(fill[0] / 255, fill[1] / 255, fill[2] / 255);
    this.#rim.value.set(rim[0] / 255, rim[1] / 255, rim[2] / 255);
  }

  /** CSS pixels. */
  setRadius(radius: number): void {
    this.#halfWidth.value = radius;
  }

  /** @param places x and y of each, relative to an origin @param grades 0 to 1 by `misTieColour`; -1: as all that have none */
  fill(places: Float32Array, grades: Float32Array): void {
    this.points.geometry.dispose();
    this.points.geometry = new BufferGeometry();
    this.points.geometry.setAttribute('place', new BufferAttribute(places, 2));
    this.points.geometry.setAttribute('grade', new BufferAttribute(grades, 1));
    this.points.geometry.setDrawRange(0, places.length / 2);
    this.points.visible = places.length > 0;
  }

  dispose(): void {
    this.points.geometry.dispose();
    this.points.material.dispose();
  }
}
