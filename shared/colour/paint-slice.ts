/** The shader's twin on the CPU: what the page draws at one pixel per sample, for pictures in files and for tests. */
import { TRACE_LIVE, type SliceView } from '../slices.ts';
import { colormapRgba, type ColormapName } from './colormaps.ts';
import { colourIndexAt, colourScaleOf, type AmplitudeDisplay } from './display.ts';
import { pictureView, type GridView, type PictureLayout } from './picture-layout.ts';
import type { Rgb } from './rgb.ts';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Row-major from the top left, alpha 255. */
  readonly rgba: Uint8Array;
}

/**
 * Paints a slice, one pixel a sample. `traceStatus` as in `SliceReply`: one entry per row of `view`, or per cell in C
 * order. Dead traces, missing ones and NaN samples get `absentRgb`.
 */
export function paintSlice(
  view: SliceView,
  traceStatus: Uint8Array | null,
  layout: PictureLayout,
  display: AmplitudeDisplay,
  colormap: ColormapName,
  absentRgb: Rgb,
): Picture {
  const amplitudes = pictureView(view, layout);
  const statuses = traceStatus === null ? null : pictureView(statusView(traceStatus, view.shape), layout);
  const colours = colormapRgba(colormap);
  const colourScale = colourScaleOf(display);
  const [height, width] = amplitudes.shape;
  const rgba = new Uint8Array(width * height * 4).fill(255);
  let target = 0;
  for (let down = 0; down < height; down += 1) {
    for (let across = 0; across < width; across += 1, target += 4) {
      const isLive = statuses === null || elementAt(statuses, down, across) === TRACE_LIVE;
      const index = isLive ? colourIndexAt(elementAt(amplitudes, down, across), colourScale) : -1;
      if (index < 0) rgba.set(absentRgb, target);
      else rgba.set(colours.subarray(index * 4, index * 4 + 3), target);
    }
  }
  return { width, height, rgba };
}

const elementAt = (
  { data, offset, strides }: GridView<Float32Array | Uint8Array>,
  row: number,
  column: number,
): number => data[offset + row * strides[0] + column * strides[1]]!;

/** `traceStatus` in the shape of its slice: one status per row repeats along the columns. */
function statusView(traceStatus: Uint8Array, shape: SliceView['shape']): GridView<Uint8Array> {
  const isPerRow = traceStatus.length === shape[0];
  return { data: traceStatus, offset: 0, shape, strides: isPerRow ? [1, 0] : [shape[1], 1] };
}
