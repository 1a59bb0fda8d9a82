/** The material of a slice: one per tile, all reading the scene's shared uniforms. */
import {
  DataTexture,
  DoubleSide,
  GLSL3,
  NearestFilter,
  ShaderMaterial,
  Vector3,
  type IUniform,
  type Texture,
} from 'three';
import { colormapRgba } from '../../shared/colour/colormaps.ts';
import { COLOUR_COUNT, colourScaleOf } from '../../shared/colour/display.ts';
import type { Rgb } from '../../shared/colour/rgb.ts';
import { SLICE_FRAGMENT } from '../shaders/slice-fragment.ts';
import type { DisplaySettings } from './display-settings.ts';
import type { TileTextures } from './slice-texture.ts';

/** What all slices of a scene share. Changing it uploads at most 1 KiB, the colour map. */
export class DisplayUniforms {
  readonly colormap: IUniform<DataTexture>;
  readonly colourScale: IUniform<number> = { value: 0 };
  readonly absentColour: IUniform<Vector3> = { value: new Vector3() };
  readonly isSmooth: IUniform<boolean> = { value: false };

  constructor() {
    const texture = new DataTexture(new Uint8Array(COLOUR_COUNT * 4), COLOUR_COUNT, 1);
    texture.minFilter = NearestFilter;
    texture.magFilter = NearestFilter;
    this.colormap = { value: texture };
  }

  setDisplay(settings: DisplaySettings): void {
    const texture = this.colormap.value;
    const rgba = colormapRgba(settings.colormap);
    if (texture.image.data !== rgba) {
      texture.image.data = rgba;
      texture.needsUpdate = true;
    }
    this.colourScale.value = colourScaleOf(settings);
    this.isSmooth.value = settings.interpolation === 'smooth';
  }

  setAbsentColour([red, green, blue]: Rgb): void {
    this.absentColour.value.set(red / 255, green / 255, blue / 255);
  }

  dispose(): void {
    this.colormap.value.dispose();
  }
}

export function createSliceMaterial(vertexShader: string, display: DisplayUniforms): ShaderMaterial {
  const noTexture: IUniform<Texture | null> = { value: null };
  return new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader,
    fragmentShader: SLICE_FRAGMENT,
    uniforms: {
      amplitudes: { ...noTexture },
      statuses: { ...noTexture },
      hasStatuses: { value: false },
      colormap: display.colormap,
      colourScale: display.colourScale,
      absentColour: display.absentColour,
      isSmooth: display.isSmooth,
    },
    side: DoubleSide,
    toneMapped: false,
  });
}

export function bindTile(material: ShaderMaterial, textures: TileTextures, hasStatuses: boolean): void {
  material.uniforms['amplitudes']!.value = textures.amplitudes;
  material.uniforms['statuses']!.value = textures.statuses;
  material.uniforms['hasStatuses']!.value = hasStatuses;
}
