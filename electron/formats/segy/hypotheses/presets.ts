/** The header words that standards and programs put line numbers and coordinates in. */
import type { HeaderPlace } from '../../../../shared/mapping/header-place.ts';
import type { GeometryPlaces } from '../../../../shared/mapping/segy-mapping.ts';

export interface WordPreset {
  readonly name: string;
  /** Who writes files so. */
  readonly source: string;
  /** 0 to 1: how much it is worth that a file agrees with this rather than with words that nobody documents. */
  readonly prior: number;
  /** Shots and channels number a grid too: only coordinates tell these words from theirs. */
  readonly needsCoordinates?: true;
  /** The other words are those of the standard; coordinates only where the writer has its own. */
  readonly places: Partial<GeometryPlaces>;
}

const int32 = (byte: number): HeaderPlace => ({ byte, type: 'int32' });
const lines = (inline: number, crossline: number): Partial<GeometryPlaces> => ({
  inline: int32(inline),
  crossline: int32(crossline),
});

export const STANDARD_PRESET: WordPreset = {
  name: 'Standard 189/193',
  source: 'SEG-Y rev 1 and later, trace header bytes 189-196',
  prior: 1,
  places: lines(189, 193),
};

/** Best known first: of two that explain a file alike, the first is taken. Coordinates are looked for in all usual words. */
export const CUBE_PRESETS: readonly WordPreset[] = [
  STANDARD_PRESET,
  {
    name: 'Petrel 5/21',
    source: 'Petrel, beside rev 1; with source coordinates in 73/77',
    prior: 0.9,
    places: lines(5, 21),
  },
  { name: 'Kingdom 17/25', source: 'Kingdom', prior: 0.9, places: lines(17, 25) },
  {
    name: '9/21',
    source: 'Rev 0 processing and interpretation systems: field record as inline, ensemble as crossline',
    prior: 0.85,
    places: lines(9, 21),
  },
  {
    name: '5/17',
    source: 'Rev 0 exports: trace in the file as inline, energy source point as crossline',
    prior: 0.8,
    places: lines(5, 17),
  },
  {
    name: '9/17',
    source: 'Rev 0 exports: field record as inline, energy source point as crossline',
    prior: 0.7,
    places: lines(9, 17),
  },
  {
    name: '17/21',
    source: 'Rev 0 exports: energy source point as inline, ensemble as crossline',
    prior: 0.7,
    places: lines(17, 21),
  },
  { name: '5/9', source: 'Rev 0 exports of Charisma', prior: 0.6, places: lines(5, 9) },
  {
    name: '9/13',
    source: 'Rev 0 merges (format files of segy.ca): field record as inline, trace in it as crossline',
    prior: 0.5,
    needsCoordinates: true,
    places: lines(9, 13),
  },
  { name: '233/237', source: "The header's last words, unassigned up to rev 1", prior: 0.6, places: lines(233, 237) },
  {
    name: '193/189, the standard swapped',
    source: 'Writers that call the other direction inline',
    prior: 0.4,
    places: lines(193, 189),
  },
];

/** Words that number the positions along a 2D line. */
export const LINE_PRESETS: readonly WordPreset[] = [
  {
    name: '2D, CDP in 21',
    source: 'The standard of all revisions: ensemble number',
    prior: 1,
    places: { cdp: int32(21) },
  },
  {
    name: '2D, shot point in 17',
    source: 'Stacks of rev 0: energy source point number',
    prior: 0.6,
    places: { cdp: int32(17) },
  },
  {
    name: '2D, shot point in 197',
    source: 'SEG-Y rev 1 and later: shotpoint number',
    prior: 0.6,
    places: { cdp: int32(197) },
  },
  {
    name: '2D, trace number in 5',
    source: 'Files that number nothing but their traces',
    prior: 0.3,
    places: { cdp: int32(5) },
  },
];

export interface CoordinatePreset {
  readonly name: string;
  readonly x: HeaderPlace;
  readonly y: HeaderPlace;
  readonly prior: number;
}

/** Where coordinates are found, the standard's first. */
export const COORDINATE_PRESETS: readonly CoordinatePreset[] = [
  { name: 'CDP coordinates 181/185', x: int32(181), y: int32(185), prior: 1 },
  { name: 'source coordinates 73/77', x: int32(73), y: int32(77), prior: 0.9 },
  { name: 'group coordinates 81/85', x: int32(81), y: int32(85), prior: 0.8 },
  {
    name: 'CDP coordinates 181/185 as floats',
    x: { byte: 181, type: 'float32' },
    y: { byte: 185, type: 'float32' },
    prior: 0.7,
  },
  {
    name: 'source coordinates 73/77 as floats',
    x: { byte: 73, type: 'float32' },
    y: { byte: 77, type: 'float32' },
    prior: 0.7,
  },
  {
    name: 'group coordinates 81/85 as floats',
    x: { byte: 81, type: 'float32' },
    y: { byte: 85, type: 'float32' },
    prior: 0.6,
  },
];
