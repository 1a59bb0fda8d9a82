/** Which header words hold the geometry, and their values in single headers. */
import type { HeaderPlace } from '../../../shared/mapping/header-place.ts';
import type { GeometryPlaces, MappingOverrides } from '../../../shared/mapping/segy-mapping.ts';
import { headerWordReader } from '../../../shared/headers/word-reader.ts';
import { isCoordinate } from './coordinate-words.ts';
import type { Probe } from './probes.ts';
import { TRACE_WORDS } from './trace-header.ts';
import type { TraceLayout } from './trace-layout.ts';

/** The standard's own places (rev 1 and later, bytes 181-196). */
export const STANDARD_PLACES: GeometryPlaces = {
  inline: TRACE_WORDS.inline,
  crossline: TRACE_WORDS.crossline,
  x: TRACE_WORDS.cdpX,
  y: TRACE_WORDS.cdpY,
  scalar: TRACE_WORDS.coordinateScalar,
  cdp: TRACE_WORDS.cdp,
  offset: TRACE_WORDS.offset,
};

export type GeometryWords = Readonly<Record<keyof GeometryPlaces, number>>;

/** @param place inside the header as it is stored (`checkPlaces`) */
export const readPlace = ({ bytes }: Probe, place: HeaderPlace, { byteOrder }: TraceLayout): number =>
  headerWordReader(place.type, byteOrder)(bytes, place.byte - 1);

/** The words of one header. `scalar` is the override's, where it has one. */
export function readGeometry(probe: Probe, layout: TraceLayout, { places, scalarValue }: PlacedWords): GeometryWords {
  const at = (place: HeaderPlace): number => readPlace(probe, place, layout);
  return {
    inline: at(places.inline),
    crossline: at(places.crossline),
    x: at(places.x),
    y: at(places.y),
    scalar: scalarValue ?? at(places.scalar),
    cdp: at(places.cdp),
    offset: at(places.offset),
  };
}

/** The words that hold a file's geometry. */
export interface PlacedWords {
  readonly places: GeometryPlaces;
  /** Used instead of every trace's own scalar; null to use those. */
  readonly scalarValue: number | null;
}

/** The standard's places, with the source's coordinates where only those are set; overrides win. */
export function choosePlaces(probes: readonly Probe[], layout: TraceLayout, overrides: MappingOverrides): PlacedWords {
  const isSet = (x: HeaderPlace, y: HeaderPlace): boolean =>
    probes.some((probe) => isCoordinate(readPlace(probe, x, layout), readPlace(probe, y, layout)));
  const { sourceX, sourceY } = TRACE_WORDS;
  const usesSource = !isSet(STANDARD_PLACES.x, STANDARD_PLACES.y) && isSet(sourceX, sourceY);
  const found = usesSource ? { ...STANDARD_PLACES, x: sourceX, y: sourceY } : STANDARD_PLACES;
  return {
    places: {
      inline: overrides.inline ?? found.inline,
      crossline: overrides.crossline ?? found.crossline,
      x: overrides.x ?? found.x,
      y: overrides.y ?? found.y,
      scalar: overrides.scalar ?? found.scalar,
      cdp: overrides.cdp ?? found.cdp,
      offset: overrides.offset ?? found.offset,
    },
    scalarValue: overrides.scalarValue ?? null,
  };
}
