/** Colours of the scenes. Display-referred sRGB bytes: what is written here is what a screenshot holds. */
import { ABSENT_RGB, type Rgb } from '../../shared/colour/rgb.ts';

export interface SceneTheme {
  readonly background: Rgb;
  /** Positions without a live trace. */
  readonly absent: Rgb;
  /** The survey's bounding box and its ticks. */
  readonly box: Rgb;
  /** Axis labels over the 3D scene. */
  readonly text: Rgb;
  /** Outlines of the slice planes. */
  readonly outline: Rgb;
  /** The plane under the pointer, and the crosshair. */
  readonly highlight: Rgb;
  /** Crossings of lines in 3D, as sections mark them. */
  readonly post: Rgb;
}

export const SCENE_THEMES: Readonly<Record<'light' | 'dark', SceneTheme>> = {
  light: {
    background: [244, 245, 247],
    absent: ABSENT_RGB.light,
    box: [138, 146, 158],
    text: [64, 72, 84],
    outline: [92, 100, 112],
    highlight: [217, 108, 6],
    post: [168, 35, 27],
  },
  dark: {
    background: [23, 26, 31],
    absent: ABSENT_RGB.dark,
    box: [92, 101, 115],
    text: [176, 184, 196],
    outline: [128, 138, 152],
    highlight: [255, 176, 58],
    post: [255, 143, 133],
  },
};

export const cssColour = ([red, green, blue]: Rgb): string => `rgb(${red} ${green} ${blue})`;
