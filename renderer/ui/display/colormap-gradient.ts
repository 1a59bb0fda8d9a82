import { colormapRgba, type ColormapName } from '../../../shared/colour/colormaps.ts';

/** Stops that are enough for the eye in a swatch; the pictures use all 256 colours. */
const STOPS = 17;

/** CSS gradient of a colour map, from the most negative amplitude on the left. */
export function colormapGradient(name: ColormapName, polarity: 1 | -1): string {
  const rgba = colormapRgba(name);
  const stops = Array.from({ length: STOPS }, (_, stop) => {
    const index = Math.round((stop / (STOPS - 1)) * 255) * 4;
    return `rgb(${rgba[index]!} ${rgba[index + 1]!} ${rgba[index + 2]!})`;
  });
  return `linear-gradient(to right, ${(polarity === 1 ? stops : stops.reverse()).join(', ')})`;
}
