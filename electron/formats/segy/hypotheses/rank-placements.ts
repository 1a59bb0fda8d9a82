/** All ways to take line numbers and coordinates from the headers, scored by the headers looked at. */
import type { HeaderPlace } from '../../../../shared/mapping/header-place.ts';
import type { GeometryPlaces, MappingOverrides } from '../../../../shared/mapping/segy-mapping.ts';
import { STANDARD_PLACES, type PlacedWords } from '../geometry-places.ts';
import { coordinateUnitOf, isAngle } from '../coordinate-unit.ts';
import { TRACE_WORDS } from '../trace-header.ts';
import { coordinatesEvidence, type CoordinatesEvidence } from './coordinates-evidence.ts';
import { linesEvidence, type LinesEvidence } from './lines-evidence.ts';
import type { Placement } from './placement.ts';
import { COORDINATE_PRESETS, CUBE_PRESETS, STANDARD_PRESET } from './presets.ts';
import type { ProbeColumns } from './probe-columns.ts';
import { searchLines } from './word-search.ts';

/** From here on a placement is believed without the user. */
export const BELIEVED_SCORE = 0.5;

/** Of words that nobody documents. */
const SEARCH_PRIOR = 0.2;
/** Trace, record, channel, shot and ensemble numbers end here: any two of them number gathers as well as grids. */
const LAST_IDENTIFICATION_BYTE = 28;
/** Of words that the text header names: that is what it is for. */
const TEXT_PRIOR = 1;
/** What a placement is worth by its coordinates where there are none to tell. */
const WITHOUT_COORDINATES = 0.8;
const DOUBTFUL_WITHOUT_COORDINATES = 0.3;
/** Up to this share of the score goes by how well known the words are. */
const PRIOR_SHARE = 0.15;

export interface RankOptions {
  readonly overrides: MappingOverrides;
  /** `placesFromText`. */
  readonly hinted: Partial<GeometryPlaces>;
}

interface Candidate {
  readonly name: string | null;
  readonly prior: number;
  /** `WordPreset.needsCoordinates` */
  readonly needsCoordinates?: boolean;
  readonly places: Partial<GeometryPlaces>;
}

/**
 * Best first; those that number no grid are left out. Words that the overrides fix are the same in all.
 * @param scope `standard`: the standard's words only
 */
export function rankPlacements(
  columns: ProbeColumns,
  { overrides, hinted }: RankOptions,
  scope: 'standard' | 'all',
): Placement[] {
  if (scope === 'standard') return placementsOf([STANDARD_PRESET], columns, overrides);
  const known = [...CUBE_PRESETS, ...hintedCandidates(hinted)];
  const byName = placementsOf(known, columns, overrides);
  if (byName.some(({ score }) => score >= BELIEVED_SCORE)) return byName;
  const found = searchLines(columns).map(({ inline, crossline }) => ({
    name: null,
    prior: SEARCH_PRIOR,
    needsCoordinates: Math.min(inline.byte, crossline.byte) <= LAST_IDENTIFICATION_BYTE,
    places: { inline, crossline },
  }));
  return byBest([...byName, ...placementsOf(found, columns, overrides)]);
}

function placementsOf(
  candidates: readonly Candidate[],
  columns: ProbeColumns,
  overrides: MappingOverrides,
): Placement[] {
  const placements = candidates.flatMap((candidate) => {
    const { places } = candidate;
    const inline = overrides.inline ?? places.inline ?? STANDARD_PLACES.inline;
    const crossline = overrides.crossline ?? places.crossline ?? STANDARD_PLACES.crossline;
    const lines = linesEvidence(columns.of(inline), columns.of(crossline), columns);
    return lines === null || (lines.kind === 'gathers' && !areOffsetsApart(columns, inline, crossline))
      ? []
      : [placementOf({ ...candidate, places: { ...places, inline, crossline } }, lines, columns, overrides)];
  });
  return byBest(placements);
}

/** The earlier of two alike stays in front. */
const byBest = (placements: readonly Placement[]): Placement[] =>
  placements.toSorted((one, other) => other.score - one.score);

function placementOf(
  {
    name,
    prior,
    needsCoordinates = false,
    places,
  }: Candidate & { readonly places: Pick<GeometryPlaces, 'inline' | 'crossline'> },
  lines: LinesEvidence,
  columns: ProbeColumns,
  overrides: MappingOverrides,
): Placement {
  const { x, y, evidence } = bestCoordinates({ ...places, ...overrides }, lines, columns, overrides);
  const isDoubtful = needsCoordinates || (lines.kind !== 'gathers' && isOffsetAlongLines(columns, places.inline));
  const worth = evidence?.score ?? (isDoubtful ? DOUBTFUL_WITHOUT_COORDINATES : WITHOUT_COORDINATES);
  const words: PlacedWords = {
    places: { ...STANDARD_PLACES, ...places, ...givenPlaces(overrides), x, y },
    scalarValue: overrides.scalarValue ?? null,
  };
  const score = lines.score * worth * (1 - PRIOR_SHARE + PRIOR_SHARE * prior);
  return { words, preset: name, lines, coordinates: evidence, score };
}

/** The places among the overrides. */
export function givenPlaces(overrides: MappingOverrides): Partial<GeometryPlaces> {
  const { inline, crossline, x, y, scalar, cdp, offset } = overrides;
  const places = { inline, crossline, x, y, scalar, cdp, offset };
  return Object.fromEntries(Object.entries(places).filter(([, place]: [string, unknown]) => place !== undefined));
}

interface BestCoordinates {
  readonly x: HeaderPlace;
  readonly y: HeaderPlace;
  readonly evidence: CoordinatesEvidence | null;
}

/** Of the usual words and those of the candidate those that follow the lines best; the standard's where none are set. */
function bestCoordinates(
  places: Partial<GeometryPlaces> & Pick<GeometryPlaces, 'inline' | 'crossline'>,
  lines: LinesEvidence,
  columns: ProbeColumns,
  overrides: MappingOverrides,
): BestCoordinates {
  const own = places.x !== undefined && places.y !== undefined ? [{ x: places.x, y: places.y, prior: 1 }] : [];
  const isFixed = overrides.x !== undefined || overrides.y !== undefined;
  const pairs = isFixed
    ? [{ x: overrides.x ?? STANDARD_PLACES.x, y: overrides.y ?? STANDARD_PLACES.y, prior: 1 }]
    : [...own, ...COORDINATE_PRESETS];
  const scalar = scalarColumn(columns, overrides);
  const isAngular = isAngle(overrides.coordinateUnit ?? coordinateUnitOf(columns.of(TRACE_WORDS.coordinateUnits), 0));
  const unset = isFixed ? pairs[0]! : STANDARD_PLACES;
  let best: BestCoordinates & { readonly worth: number } = { x: unset.x, y: unset.y, evidence: null, worth: 0 };
  for (const { x, y, prior } of pairs) {
    const words = { x: columns.of(x), y: columns.of(y), scalar };
    const evidence = coordinatesEvidence(words, lines, columns.of(places.inline), columns.of(places.crossline));
    // Degrees, minutes and seconds in one number are no affine map of anything.
    if (evidence === null || (evidence.kind === 'crooked' && isAngular)) continue;
    // The standard's words win over others unless these are clearly better.
    const worth = evidence.score * (1 - PRIOR_SHARE + PRIOR_SHARE * prior);
    if (worth > best.worth) best = { x, y, evidence, worth };
  }
  return best;
}

function scalarColumn(columns: ProbeColumns, { scalar, scalarValue }: MappingOverrides): Float64Array {
  if (typeof scalarValue === 'number') return new Float64Array(columns.length).fill(scalarValue);
  return columns.of(scalar ?? STANDARD_PLACES.scalar);
}

/** Whether the offset differs between neighbours on one line: these are gathers, unless their positions say otherwise. */
function isOffsetAlongLines(columns: ProbeColumns, inline: HeaderPlace): boolean {
  const line = columns.of(inline);
  const offset = columns.of(STANDARD_PLACES.offset);
  const pairs = columns.neighbours.filter((i) => line[i] === line[i + 1]);
  const changed = pairs.filter((i) => offset[i] !== offset[i + 1]);
  return pairs.length > 0 && changed.length > pairs.length / 2;
}

/** Whether traces that share a position differ in offset: else they are repeated traces, or a position's numbers are wrong. */
function areOffsetsApart(columns: ProbeColumns, inline: HeaderPlace, crossline: HeaderPlace): boolean {
  const [line, cross, offset] = [columns.of(inline), columns.of(crossline), columns.of(STANDARD_PLACES.offset)];
  const pairs = columns.neighbours.filter((i) => line[i] === line[i + 1] && cross[i] === cross[i + 1]);
  return pairs.filter((i) => offset[i] !== offset[i + 1]).length > pairs.length / 2;
}

function hintedCandidates(hinted: Partial<GeometryPlaces>): Candidate[] {
  if (Object.keys(hinted).length === 0) return [];
  const same = CUBE_PRESETS.find(
    ({ places }) => places.inline?.byte === hinted.inline?.byte && places.crossline?.byte === hinted.crossline?.byte,
  );
  return [{ name: same?.name ?? 'Text header', prior: TEXT_PRIOR, places: hinted }];
}
