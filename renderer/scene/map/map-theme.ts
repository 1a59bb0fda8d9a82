/** Colours of the map. Display-referred sRGB bytes, as those of the other scenes. */
import type { Rgb } from '../../../shared/colour/rgb.ts';
import { SCENE_THEMES, type SceneTheme } from '../scene-theme.ts';
import type { Rgba } from './stroke-builder.ts';

export interface MapTheme extends SceneTheme {
  readonly grid: Rgb;
  /** Of lines, by group; more groups begin anew. */
  readonly groups: readonly Rgb[];
  /** Outline of the cube that is looked at. */
  readonly activeCube: Rgb;
  /** Under chosen lines. */
  readonly chosen: Rgb;
  readonly overlap: Rgb;
  readonly crossing: { readonly fill: Rgb; readonly rim: Rgb };
}

export const MAP_THEMES: Readonly<Record<'light' | 'dark', MapTheme>> = {
  light: {
    ...SCENE_THEMES.light,
    background: [255, 255, 255],
    grid: [232, 235, 239],
    groups: [
      [18, 95, 168],
      [0, 122, 104],
      [126, 64, 168],
      [150, 84, 12],
      [176, 38, 104],
      [74, 118, 20],
      [84, 96, 112],
      [178, 58, 36],
    ],
    activeCube: [26, 31, 38],
    chosen: [255, 196, 92],
    overlap: [224, 84, 60],
    crossing: { fill: [255, 255, 255], rim: [44, 52, 62] },
  },
  dark: {
    ...SCENE_THEMES.dark,
    background: [18, 21, 25],
    grid: [35, 40, 47],
    groups: [
      [98, 174, 234],
      [74, 190, 160],
      [184, 142, 244],
      [216, 160, 84],
      [236, 120, 172],
      [152, 196, 84],
      [152, 164, 180],
      [240, 136, 112],
    ],
    activeCube: [227, 231, 236],
    chosen: [140, 96, 22],
    overlap: [232, 110, 84],
    crossing: { fill: [18, 21, 25], rim: [214, 220, 228] },
  },
};

export const withAlpha = ([red, green, blue]: Rgb, alpha = 1): Rgba => [red, green, blue, Math.round(255 * alpha)];

export const groupColour = ({ groups }: MapTheme, group: number): Rgb => groups[group % groups.length]!;
