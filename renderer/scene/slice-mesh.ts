/** The quad of one tile: its vertices carry a position and the texel that lies there. */
import { BufferAttribute, BufferGeometry, Mesh, type ShaderMaterial, type Texture } from 'three';
import type { DisplayUniforms } from './display-uniforms.ts';
import { SliceMaterials } from './slice-materials.ts';

export interface QuadVertex {
  readonly position: readonly [x: number, y: number, z: number];
  readonly texel: readonly [column: number, row: number];
}

export class SliceMesh {
  readonly mesh: Mesh<BufferGeometry, ShaderMaterial>;
  readonly #materials: SliceMaterials;

  constructor(vertexShader: string, display: DisplayUniforms) {
    this.#materials = new SliceMaterials(vertexShader, display);
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(new Float32Array(12), 3));
    geometry.setAttribute('texelAtVertex', new BufferAttribute(new Float32Array(8), 2));
    geometry.setIndex([0, 1, 2, 2, 1, 3]);
    this.mesh = new Mesh(geometry, this.#materials.exact);
    this.mesh.frustumCulled = false;
  }

  setTexture(amplitudes: Texture): void {
    this.#materials.setTexture(amplitudes);
  }

  setSmooth(isSmooth: boolean): void {
    this.mesh.material = isSmooth ? this.#materials.smooth : this.#materials.exact;
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
    this.#materials.dispose();
  }
}
