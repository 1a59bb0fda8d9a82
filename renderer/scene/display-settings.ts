/** How amplitudes look. All of it is uniforms in the shader: no change reads or uploads a sample. */
import type { ColormapName } from '../../shared/colour/colormaps.ts';
import type { AmplitudeDisplay } from '../../shared/colour/display.ts';

export interface DisplaySettings extends AmplitudeDisplay {
  readonly colormap: ColormapName;
  /** `smooth`: bilinear between live samples, until one sample covers many pixels; `exact`: the nearest sample. */
  readonly interpolation: 'smooth' | 'exact';
}
