/**
 * How a SEG-Y file is to be read: everything that its headers should say and often do not. The reader settles a whole
 * mapping for every file; a user may override any part of it.
 */
import type { Domain } from '../axes.ts';
import type { DatasetMapping } from '../hdf5/dataset-mapping.ts';
import type { ByteOrder, SurveyKind } from '../survey.ts';
import type { HeaderPlace } from './header-place.ts';

/** The header words that make a geometry. */
export interface GeometryPlaces {
  readonly inline: HeaderPlace;
  readonly crossline: HeaderPlace;
  readonly x: HeaderPlace;
  readonly y: HeaderPlace;
  /** Of the coordinates: positive multiplies, negative divides, 0 means 1. */
  readonly scalar: HeaderPlace;
  /** Ensemble (CDP) number. */
  readonly cdp: HeaderPlace;
  /** Distance from source to receiver group. */
  readonly offset: HeaderPlace;
}

/** `feet` where the binary header says so (bytes 3255-3256: 2); the angles are codes 2 to 4 of bytes 89-90. */
export const COORDINATE_UNITS = ['metres', 'feet', 'arc-seconds', 'degrees', 'degrees-minutes-seconds'] as const;

export type CoordinateUnit = (typeof COORDINATE_UNITS)[number];

/**
 * How a file of several 2D lines is told apart: by the inline number, by another word, or where the coordinates jump (the
 * CDP numbers where there are no coordinates).
 */
export type LineSplit = 'none' | 'line' | 'jumps' | HeaderPlace;

export interface SegyMapping extends GeometryPlaces {
  /** `su`: traces from byte 1 on, without file headers (Seismic Unix). */
  readonly container: 'segy' | 'su';
  readonly byteOrder: ByteOrder;
  /** Code of binary header bytes 3225-3226. */
  readonly format: number;
  /** Samples in each trace; in the longest where lengths vary. */
  readonly samples: number;
  /** Microseconds; millimetres where the domain is depth. */
  readonly intervalUs: number;
  /** Used instead of every trace's own scalar; null to use those. */
  readonly scalarValue: number | null;
  readonly coordinateUnit: CoordinateUnit;
  readonly kind: SurveyKind;
  /** `none` for what is no line. */
  readonly split: LineSplit;
  readonly domain: Domain;
  /** Whether traces are aligned by their recording delays (bytes 105-110), or all start with the first. */
  readonly delays: 'apply' | 'ignore';
}

/**
 * What a user fixes; everything else is found out. Its JSON is what `--mapping FILE` reads and the dialog saves. Of an HDF5 file
 * the fields of `DatasetMapping` count, and the domain and unit of coordinates of `SegyMapping`.
 */
export type MappingOverrides = Partial<SegyMapping & DatasetMapping>;

export const NO_OVERRIDES: MappingOverrides = {};

/** The same overrides have the same text, in whatever order they were given. */
export function overridesKey(overrides: MappingOverrides): string {
  const given = Object.entries(overrides).filter(([, value]: [string, unknown]) => value !== undefined);
  const sorted = given.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify(sorted.map(([name, value]) => [name, valueKey(value)]));
}

const valueKey = (value: HeaderPlace | string | number | null): string | number | null =>
  typeof value === 'object' && value !== null ? `${value.byte}:${value.type}` : value;

/** How a mapping came about. */
export interface MappingState {
  readonly mapping: SegyMapping;
  readonly overrides: MappingOverrides;
  /**
   * `detected`: found in the file. `remembered`: accepted earlier for this very file. `given`: by the user, now.
   */
  readonly origin: 'detected' | 'remembered' | 'given';
  /** E.g. "Petrel 5/21"; null where the words are no preset's. */
  readonly preset: string | null;
  /** Why, in the order of weight: e.g. "All 200,000 traces stand on a complete grid of 400 x 500". One sentence each. */
  readonly reasons: readonly string[];
}
