/** The header words that programs and standards put line numbers and coordinates in. */
import type { GeometryPlaces } from '../../../../shared/mapping/segy-mapping.ts';
import type { HeaderPlace } from '../../../../shared/mapping/header-place.ts';

export interface WordPreset {
  readonly name: string;
  /** Who writes files so. */
  readonly source: string;
  /** The other words are those of the standard. */
  readonly places: Partial<GeometryPlaces>;
}

const int32 = (byte: number): HeaderPlace => ({ byte, type: 'int32' });

/** Best known first: of two that explain a file alike, the first is taken. */
export const PRESETS: readonly WordPreset[] = [
  {
    name: 'Standard 189/193',
    source: 'SEG-Y rev 1 and later, trace header bytes 181-196',
    places: { inline: int32(189), crossline: int32(193), x: int32(181), y: int32(185) },
  },
  {
    name: 'Petrel 5/21',
    source: 'Petrel, default of its SEG-Y export before rev 1 words',
    places: { inline: int32(5), crossline: int32(21), x: int32(73), y: int32(77) },
  },
  {
    name: 'Kingdom 17/25',
    source: 'Kingdom, default of its SEG-Y export',
    places: { inline: int32(17), crossline: int32(25), x: int32(73), y: int32(77) },
  },
  {
    name: '9/21',
    source: 'Rev 0 processing systems: field record as inline, CDP as crossline (Landmark, ProMAX, OpendTect)',
    places: { inline: int32(9), crossline: int32(21), x: int32(73), y: int32(77) },
  },
  {
    name: '5/17',
    source: 'Rev 0 processing systems: trace number in the file and energy source point',
    places: { inline: int32(5), crossline: int32(17), x: int32(73), y: int32(77) },
  },
];
