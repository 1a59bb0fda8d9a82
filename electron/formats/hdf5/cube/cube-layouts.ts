/** The three orders in which a cube's samples are stored, each with one kind of plane in one piece. */
import type { Orientation } from '../../../../shared/slices.ts';

export type CubeLayout = 'ilines' | 'hlines' | 'xlines';

export const CUBE_LAYOUTS: readonly CubeLayout[] = ['ilines', 'hlines', 'xlines'];

/** An inline and a time slice in one piece each; a crossline is then in pieces of a trace, as in SEG-Y. */
export const DEFAULT_LAYOUTS: readonly CubeLayout[] = ['ilines', 'hlines'];

export interface CubeShape {
  readonly inlines: number;
  readonly crosslines: number;
  readonly samples: number;
}

export const FLOAT_BYTES = 4;

/** Axes of each dataset, slowest first: what `h5py`'s `f["Cube/ilines"].shape` shows. */
export function layoutShape(layout: CubeLayout, { inlines, crosslines, samples }: CubeShape): readonly number[] {
  switch (layout) {
    case 'ilines':
      return [inlines, crosslines, samples];
    case 'hlines':
      return [samples, inlines, crosslines];
    case 'xlines':
      return [crosslines, inlines, samples];
  }
}

/** Which axis of the dataset is which, 0 the slowest. */
export function layoutAxes(layout: CubeLayout): {
  readonly inline: number;
  readonly crossline: number;
  readonly sample: number;
} {
  switch (layout) {
    case 'ilines':
      return { inline: 0, crossline: 1, sample: 2 };
    case 'hlines':
      return { sample: 0, inline: 1, crossline: 2 };
    case 'xlines':
      return { crossline: 0, inline: 1, sample: 2 };
  }
}

/** Elements between neighbours along each axis. */
export function layoutStrides(
  layout: CubeLayout,
  { inlines, crosslines, samples }: CubeShape,
): { readonly inline: number; readonly crossline: number; readonly sample: number } {
  switch (layout) {
    case 'ilines':
      return { inline: crosslines * samples, crossline: samples, sample: 1 };
    case 'hlines':
      return { inline: crosslines, crossline: 1, sample: inlines * crosslines };
    case 'xlines':
      return { inline: samples, crossline: inlines * samples, sample: 1 };
  }
}

export const cubeElements = ({ inlines, crosslines, samples }: CubeShape): number => inlines * crosslines * samples;

/** Which layouts serve a plane, best first. A layout that is not in the list has to gather single samples for it. */
export const LAYOUTS_OF_PLANE: Readonly<Record<Exclude<Orientation, 'gather' | 'traces'>, readonly CubeLayout[]>> = {
  inline: ['ilines', 'xlines', 'hlines'],
  crossline: ['xlines', 'ilines', 'hlines'],
  sample: ['hlines', 'ilines', 'xlines'],
};
