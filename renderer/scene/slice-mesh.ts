/** The quad of one tile: its vertices carry a position and the texel that lies there. */
import {
  BufferAttribute,
  BufferGeometry,
  DoubleSide,
  GLSL3,
  Mesh,
  ShaderMaterial,
  type IUniform,
  type Texture,
} from 'three';
import { SLICE_FRAGMENT } from '../shaders/slice-fragment.ts';
import type { DisplayUniforms } from './display-uniforms.ts';

export interface QuadVertex {
  readonly position: readonly [x: number, y: number, z: number];
  readonly texel: readonly [column: number, row: number];
}

export class SliceMesh {
  readonly mesh: Mesh<BufferGeometry, ShaderMaterial>;
  readonly #exact: ShaderMaterial;
  readonly #smooth: ShaderMaterial;
  readonly #amplitudes: IUniform<Texture | null> = { value: null };

  constructor(vertexShader: string, display: DisplayUniforms) {
    // Both programs read the same uniform objects; three compiles each at its first use and shares it among meshes.
    const shared = {
      glslVersion: GLSL3,
      vertexShader,
      fragmentShader: SLICE_FRAGMENT,
      uniforms: {
        amplitudes: this.#amplitudes,
        colormap: display.colormap,
        colourScale: display.colourScale,
        absentColour: display.absentColour,
      },
      side: DoubleSide,
      toneMapped: false,
    } as const;
    this.#exact = new ShaderMaterial(shared);
    this.#smooth = new ShaderMaterial({ ...shared, defines: { SMOOTH: '' } });

    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(new Float32Array(12), 3));
    geometry.setAttribute('texelAtVertex', new BufferAttribute(new Float32Array(8), 2));
    geometry.setIndex([0, 1, 2, 2, 1, 3]);
    this.mesh = new Mesh(geometry, this.#exact);
    this.mesh.frustumCulled = false;
  }

  setTexture(amplitudes: Texture): void {
    this.#amplitudes.value = amplitudes;
  }

  setSmooth(isSmooth: boolean): void {
    this.mesh.material = isSmooth ? this.#smooth : this.#exact;
  }

  /** In the order (0, 0), (0, 1), (1, 0), (1, 1) of any two sides. */
  setVertices(vertices: readonly [QuadVertex, QuadVertex, QuadVertex, QuadVertex]): void {
    const positions = this.mesh.geometry.getAttribute('position');
    const texels = this.mesh.geometry.getAttribute('texelAtVertex');
    for (const [k, { position, texel }] of vertices.entries()) {
      positions.setXYZ(k, ...position);
      texels.setXY(k, ...texel);
    }
    positions.needsUpdate = true;
    texels.needsUpdate = true;
  }

  dispose(): void {
    this.mesh.removeFromParent();
    this.mesh.geometry.dispose();
    this.#exact.dispose();
    this.#smooth.dispose();
  }
}
