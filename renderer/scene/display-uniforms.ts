/** What all slices of a scene share. Changing it uploads at most 1 KiB, the colour map. */
import { DataTexture, NearestFilter, Vector3, type IUniform } from 'three';
import { colormapRgba } from '../../shared/colour/colormaps.ts';
import { COLOUR_COUNT, colourScaleOf } from '../../shared/colour/display.ts';
import type { Rgb } from '../../shared/colour/rgb.ts';
import type { DisplaySettings } from './display-settings.ts';

export class DisplayUniforms {
  readonly colormap: IUniform<DataTexture>;
  readonly colourScale: IUniform<number> = { value: 0 };
  readonly absentColour: IUniform<Vector3> = { value: new Vector3() };

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
  }

  setAbsentColour([red, green, blue]: Rgb): void {
    this.absentColour.value.set(red / 255, green / 255, blue / 255);
  }

  dispose(): void {
    this.colormap.value.dispose();
  }
}
