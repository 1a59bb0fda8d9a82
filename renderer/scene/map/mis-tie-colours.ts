/** Mis-ties as marks of the map: from 0, where lines agree, to 1 the larger and the nearer to red. The shader's twin. */
import type { Rgb } from '../../../shared/colour/rgb.ts';

/** At 0, 0.5 and 1; apart in lightness too, so that who sees no red and green tells them apart. Between them linear. */
export const MIS_TIE_RAMP: readonly [Rgb, Rgb, Rgb] = [
  [38, 130, 142],
  [244, 190, 60],
  [200, 30, 40],
];

/** Radii at 0 and 1, against a mark that tells nothing. */
export const MIS_TIE_SIZES: readonly [atNone: number, atMost: number] = [1, 2.2];

export function misTieColour(grade: number): Rgb {
  const [low, middle, high] = MIS_TIE_RAMP;
  const at = 2 * Math.min(Math.max(grade, 0), 1);
  const [from, to, share] = at < 1 ? [low, middle, at] : [middle, high, at - 1];
  const mixed = (k: 0 | 1 | 2): number => Math.round(from[k] + share * (to[k] - from[k]));
  return [mixed(0), mixed(1), mixed(2)];
}
