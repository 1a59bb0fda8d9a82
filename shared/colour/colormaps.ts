/** The colour maps, 256 sRGB colours each, from the most negative amplitude to the most positive. Data: assets/colormaps. */
import grey from '../../assets/colormaps/grey.json' with { type: 'json' };
import petrel from '../../assets/colormaps/petrel.json' with { type: 'json' };
import seismic from '../../assets/colormaps/seismic.json' with { type: 'json' };
import viridis from '../../assets/colormaps/viridis.json' with { type: 'json' };
import { COLOUR_COUNT } from './display.ts';

const COLORMAPS = { grey, seismic, petrel, viridis } as const;

export type ColormapName = keyof typeof COLORMAPS;

/** In the order in which menus list them. */
export const COLORMAP_NAMES: readonly ColormapName[] = ['grey', 'seismic', 'petrel', 'viridis'];

export const isColormapName = (name: string): name is ColormapName => Object.hasOwn(COLORMAPS, name);

/** What menus call it, e.g. "Red white blue". */
export const colormapTitle = (name: ColormapName): string => COLORMAPS[name].title;

const rgbaByName = new Map<ColormapName, Uint8Array>();

/** RGBA bytes of the 256 colours, alpha 255; one shared array per map, to be read only. */
export function colormapRgba(name: ColormapName): Uint8Array {
  const known = rgbaByName.get(name);
  if (known !== undefined) return known;
  const { rgb } = COLORMAPS[name];
  const rgba = new Uint8Array(COLOUR_COUNT * 4).fill(255);
  for (let index = 0; index < COLOUR_COUNT; index += 1) rgba.set(rgb.slice(index * 3, index * 3 + 3), index * 4);
  rgbaByName.set(name, rgba);
  return rgba;
}
