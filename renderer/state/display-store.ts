/** How amplitudes look. None of it touches a sample: the views set uniforms from it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ColormapName } from '../../shared/colour/colormaps.ts';

export interface DisplayState {
  readonly colormap: ColormapName;
  /** The |amplitude| percentile that gets the last colour. */
  readonly clipPercentile: number;
  readonly gain: number;
  readonly polarity: 1 | -1;
  readonly interpolation: 'smooth' | 'exact';
}

export const CLIP_PERCENTILES = { least: 50, most: 100, step: 0.5 } as const;
/** Gain moves in powers of two: each step of the slider is a quarter of one. */
export const GAIN_EXPONENTS = { least: -4, most: 4, step: 0.25 } as const;

export type DisplayStore = StoreApi<DisplayState>;

/** Percentile 98 leaves the strongest events saturated and the rest readable, the usual default of the field. */
export const INITIAL_DISPLAY: DisplayState = {
  colormap: 'grey',
  clipPercentile: 98,
  gain: 1,
  polarity: 1,
  interpolation: 'smooth',
};

export const createDisplayStore = (): DisplayStore => createStore<DisplayState>(() => INITIAL_DISPLAY);
