/** How a tile's texels become colours: two programs over the same uniforms, exact and smooth. */
import { DoubleSide, GLSL3, ShaderMaterial, type IUniform, type Texture } from 'three';
import { SLICE_FRAGMENT } from '../shaders/slice-fragment.ts';
import type { DisplayUniforms } from './display-uniforms.ts';

export class SliceMaterials {
  readonly exact: ShaderMaterial;
  readonly smooth: ShaderMaterial;
  readonly #amplitudes: IUniform<Texture | null> = { value: null };

  /** @param isBehindLines lines that lie on the surface are drawn over it */
  constructor(vertexShader: string, display: DisplayUniforms, isBehindLines = false) {
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
      polygonOffset: isBehindLines,
      polygonOffsetFactor: 1,
      polygonOffsetUnits: 1,
    } as const;
    this.exact = new ShaderMaterial(shared);
    this.smooth = new ShaderMaterial({ ...shared, defines: { SMOOTH: '' } });
  }

  setTexture(amplitudes: Texture): void {
    this.#amplitudes.value = amplitudes;
  }

  dispose(): void {
    this.exact.dispose();
    this.smooth.dispose();
  }
}
