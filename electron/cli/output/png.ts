import { encode } from 'fast-png';
import type { ColormapName } from '../../../shared/colour/colormaps.ts';
import { paintSlice } from '../../../shared/colour/paint-slice.ts';
import { pictureLayoutOf } from '../../../shared/colour/picture-layout.ts';
import { ABSENT_RGB } from '../../../shared/colour/rgb.ts';
import type { SliceReply } from '../../../shared/slices.ts';
import type { SurveyInfo } from '../../../shared/survey.ts';

/** The slice as the page draws it in its light theme, one pixel a sample, as an RGBA PNG. `clip`: see `AmplitudeDisplay`. */
export function pngOf(reply: SliceReply, info: SurveyInfo, colormap: ColormapName, clip: number): Uint8Array {
  const layout = pictureLayoutOf(reply.plane.orientation, info.worldFromGrid);
  const display = { clip, gain: 1, polarity: 1 } as const;
  const picture = paintSlice(reply.view, reply.traceStatus, layout, display, colormap, ABSENT_RGB.light);
  return encode({ width: picture.width, height: picture.height, data: picture.rgba, channels: 4, depth: 8 });
}
