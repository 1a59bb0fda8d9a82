/** The places of the words that make a geometry, as a header layout gives them. */
import { WORD_BYTES, type HeaderPlace, type WordType } from '../../../../shared/mapping/header-place.ts';
import type { GeometryPlaces } from '../../../../shared/mapping/segy-mapping.ts';
import { TRACE_WORDS, TRACE_HEADER_BYTES, type TraceWord } from '../trace-header.ts';
import type { LayoutEntry } from './parse-layout.ts';

/** Types of appendix D-8 by name. Trace numbers, coordinates, elevations, times and shot points are integers, some scaled. */
const WORD_TYPES: ReadonlyMap<string, WordType> = new Map([
  ['int1', 'int8'],
  ['uint1', 'uint8'],
  ['int2', 'int16'],
  ['uint2', 'uint16'],
  ['int4', 'int32'],
  ['uint4', 'uint32'],
  ['int8', 'int64'],
  ['uint8', 'uint64'],
  ['ieee32', 'float32'],
  ['ieee64', 'float64'],
  ['ibmfp', 'ibm32'],
  ['ibm32', 'ibm32'],
  ['linetrc', 'int32'],
  ['reeltrc', 'int32'],
  ['linetrc8', 'uint64'],
  ['reeltrc8', 'uint64'],
  ['coor4', 'int32'],
  ['elev4', 'int32'],
  ['spnum4', 'int32'],
  ['time2', 'int16'],
]);

/** Names of the geometry's words. */
const GEOMETRY_NAMES: ReadonlyMap<string, keyof GeometryPlaces> = new Map([
  ['iline', 'inline'],
  ['xline', 'crossline'],
  ['cdp_x', 'x'],
  ['cdp_y', 'y'],
  ['co_scal', 'scalar'],
  ['cdp', 'cdp'],
  ['offset', 'offset'],
]);

/** Names of the words that are read at the standard's place alone. */
const FIXED_NAMES: ReadonlyMap<string, TraceWord> = new Map([
  ['ffid', 'fieldRecord'],
  ['trctype', 'traceId'],
  ['coorunit', 'coordinateUnits'],
  ['lagtimea', 'lag'],
  ['delay', 'delay'],
  ['nsamps', 'sampleCount'],
  ['dt', 'sampleIntervalUs'],
  ['tm_scal', 'timeScalar'],
]);

export interface LayoutPlaces {
  readonly places: Partial<GeometryPlaces>;
  /** Of the extensions, to be used where they are not zero. */
  readonly ifNonZero: Partial<GeometryPlaces>;
  /** Coordinates are integers that a scalar of the header applies to. */
  readonly areScaled: boolean;
  /** What is not done as the layout says; one phrase each. */
  readonly ignored: readonly string[];
}

export function layoutPlaces(entries: readonly LayoutEntry[], headerBytes: number): LayoutPlaces {
  const places: Partial<Record<keyof GeometryPlaces, HeaderPlace>> = {};
  const ifNonZero: Partial<Record<keyof GeometryPlaces, HeaderPlace>> = {};
  const ignored: string[] = [];
  for (const entry of entries) {
    const word = GEOMETRY_NAMES.get(entry.name);
    const problem = word === undefined ? movedProblem(entry) : placeProblem(entry, headerBytes);
    if (problem !== null) ignored.push(problem);
    if (word === undefined || problem !== null) continue;
    (entry.isIfNonZero ? ifNonZero : places)[word] = placeOf(entry);
  }
  const isCoordinateInteger = places.x === undefined || SCALED_TYPES.has(places.x.type);
  return { places, ifNonZero, areScaled: isCoordinateInteger, ignored };
}

const SCALED_TYPES: ReadonlySet<WordType> = new Set(['int16', 'uint16', 'int32', 'uint32']);

const placeOf = ({ extension, byte, type }: LayoutEntry): HeaderPlace => ({
  byte: extension * TRACE_HEADER_BYTES + byte,
  type: WORD_TYPES.get(type)!,
});

function placeProblem(entry: LayoutEntry, headerBytes: number): string | null {
  const { name, byte, type, extension } = entry;
  const wordType = WORD_TYPES.get(type);
  if (wordType === undefined) return `${name} as ${type === '' ? 'no type' : type}`;
  const isInside = Number.isInteger(byte) && byte >= 1 && byte + WORD_BYTES[wordType] - 1 <= TRACE_HEADER_BYTES;
  if (!isInside) return `${name} at ${byteText(byte)}`;
  return placeOf(entry).byte > headerBytes ? `${name} in extension ${extension}, which traces do not have` : null;
}

/** Null also for the many words that are not read at all. */
function movedProblem({ name, byte, type, extension }: LayoutEntry): string | null {
  const word = FIXED_NAMES.get(name);
  if (word === undefined || extension > 0) return null;
  const standard = TRACE_WORDS[word];
  const isSame =
    standard.byte === byte && (WORD_TYPES.get(type) === undefined || sizeOf(type) === WORD_BYTES[standard.type]);
  return isSame ? null : `${name} at ${byteText(byte)} (read at ${standard.byte})`;
}

/** An entry may give no byte, or what is no number. */
const byteText = (byte: number): string => (Number.isFinite(byte) ? `byte ${byte}` : 'no byte');

const sizeOf = (type: string): number => WORD_BYTES[WORD_TYPES.get(type)!];
