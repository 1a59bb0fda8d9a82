/** Which geometry the headers of all traces show. */
import type { WorldFitQuality } from '../../../shared/geometry/world-fit.ts';
import type { CoordinateUnit, LineSplit } from '../../../shared/mapping/segy-mapping.ts';
import type { Finding, SurveyKind } from '../../../shared/survey.ts';
import { isCoordinate } from './coordinate-words.ts';
import { fitAllCoordinates, type CoordinateFit } from './coordinates.ts';
import { warning } from './finding.ts';
import type { GridAxes } from './placed-traces.ts';
import { gathersFromLines } from './gathers-from-lines.ts';
import { gathersWithoutLines, type GathersAt } from './gathers-without-lines.ts';
import { gridFromLines, type NoGrid, type TraceGrid } from './grid-from-lines.ts';
import { areNumberedLines } from './numbered-lines.ts';
import type { ScannedHeaders } from './scan-headers.ts';
import { areSeparateLines } from './separate-lines.ts';
import { sequenceKind, type SequenceKind } from './sequence-kind.ts';
import type { SurveyGeometry } from './survey-geometry.ts';

export interface FoundGeometry {
  /** Lines are not told apart yet (`findLines`). */
  readonly geometry: SurveyGeometry;
  readonly worldFit: WorldFitQuality | null;
  readonly missingTraceCount: number | null;
  readonly duplicateTraceCount: number | null;
  readonly findings: readonly Finding[];
}

export interface GeometryWish {
  /** As the user says; left out to find it out. */
  readonly kind?: SurveyKind | undefined;
  readonly split?: LineSplit | undefined;
}

export function geometryFromHeaders(
  headers: ScannedHeaders,
  coordinateUnit: CoordinateUnit,
  { kind, split }: GeometryWish = {},
): FoundGeometry {
  const wanted = kind ?? (split === undefined || split === 'none' ? null : 'line');
  if (wanted === 'traces' || wanted === 'line') return sequence(wanted);
  if (wanted === 'gathers') return wantedGathers(headers, coordinateUnit);
  const grid = gridFromLines(headers.inline, headers.crossline, {
    isWanted: wanted === 'cube',
    isDead: headers.isDead,
  });
  if (grid.kind === 'grid') return cubeOrLines(grid, headers, coordinateUnit, wanted === 'cube');
  const found = withoutGrid(grid.kind, headers, coordinateUnit);
  if (wanted !== 'cube') return found;
  return { ...found, findings: [noCube(grid.kind), ...found.findings] };
}

function cubeOrLines(grid: TraceGrid, headers: ScannedHeaders, unit: CoordinateUnit, isWanted: boolean): FoundGeometry {
  const { worldFromGrid, worldFit, findings } = fitTo(grid, headers, unit);
  const isDoubtful = findings.some(({ code }) => code === 'coordinates-irregular');
  if (!isWanted && isDoubtful && worldFit !== null && areSeparateLines(headers, worldFit, unit)) {
    return sequence('line', [separateLines(worldFit)]);
  }
  const { inline, crossline, order, missingTraceCount, duplicateTraceCount } = grid;
  return {
    geometry: { kind: 'cube', inline, crossline, order, worldFromGrid },
    worldFit,
    missingTraceCount,
    duplicateTraceCount,
    findings: [...grid.findings, ...findings],
  };
}

function withoutGrid(reason: NoGrid['kind'], headers: ScannedHeaders, unit: CoordinateUnit): FoundGeometry {
  if (reason === 'path') return sequence('line');
  if (reason === 'repeated') return binsOrSequence(headers, unit);
  const kind = sequenceKind(headers);
  if (kind !== 'gathers') return sequence(kind);
  const gathers = gathersWithoutLines(headers);
  if (gathers === null) return sequence('gathers');
  // As many lines as there are traces of a CDP, and one trace of each.
  return gathers.found.fold < 2 ? sequence('line') : gathersOf(gathers, headers, unit);
}

function binsOrSequence(headers: ScannedHeaders, unit: CoordinateUnit): FoundGeometry {
  if (areNumberedLines(headers)) return sequence('line');
  const found = gathersFromLines(headers);
  return found === null ? sequence('gathers') : gathersOf({ positions: 'bins', found }, headers, unit);
}

/** By inlines and crosslines where those hold several traces, else by what else groups them, else as they are. */
function wantedGathers(headers: ScannedHeaders, unit: CoordinateUnit): FoundGeometry {
  const bins = gathersFromLines(headers);
  const isGrouped = bins !== null && bins.fold > 1;
  const gathers = isGrouped ? { positions: 'bins' as const, found: bins } : gathersWithoutLines(headers);
  if (gathers !== null) return gathersOf(gathers, headers, unit);
  if (bins !== null) return gathersOf({ positions: 'bins', found: bins }, headers, unit);
  const message =
    'Neither line numbers nor CDP or field record numbers tell which traces stand at one position; gathers are shown by trace number.';
  return sequence('gathers', [warning('kind-impossible', message)]);
}

function gathersOf({ positions, found }: GathersAt, headers: ScannedHeaders, unit: CoordinateUnit): FoundGeometry {
  const { inline, crossline, offsets, order, missingTraceCount, duplicateTraceCount } = found;
  // A line of CDPs bends, and the midpoints of a shot are not where it is: only bins follow their numbers.
  const fit = positions === 'bins' ? fitTo(found, headers, unit) : NO_FIT;
  return {
    geometry: {
      kind: 'gathers',
      grid: { positions, inline, crossline, offsets, order, worldFromGrid: fit.worldFromGrid },
    },
    worldFit: fit.worldFit,
    missingTraceCount,
    duplicateTraceCount,
    findings: [...found.findings, ...fit.findings],
  };
}

const NO_FIT: CoordinateFit = { worldFromGrid: null, worldFit: null, findings: [] };

/** What two bytes can say; a set of four could outgrow what JavaScript holds. */
const MOST_SCALARS = 2 ** 16;

function fitTo(axes: GridAxes, headers: ScannedHeaders, unit: CoordinateUnit): CoordinateFit {
  const scalars = new Set<number>();
  let last = Number.NaN;
  for (let trace = 0; trace < headers.x.length; trace += 1) {
    const scalar = headers.coordinateScalar[trace]!;
    if (scalar === last || !isCoordinate(headers.x[trace]!, headers.y[trace]!)) continue;
    last = scalar;
    scalars.add(scalar);
    if (scalars.size >= MOST_SCALARS) break;
  }
  return fitAllCoordinates(headers, axes, { scalars, unit });
}

const sequence = (kind: SequenceKind, findings: readonly Finding[] = []): FoundGeometry => ({
  geometry: kind === 'gathers' ? { kind, grid: null } : kind === 'line' ? { kind, lines: null } : { kind },
  worldFit: null,
  missingTraceCount: null,
  duplicateTraceCount: null,
  findings,
});

const WHY_NO_CUBE: Readonly<Record<NoGrid['kind'], string>> = {
  unset: 'the traces carry no inline and crossline numbers that differ',
  scattered: 'the line numbers are spread over a grid that would be more than 95 % empty',
  path: 'the line numbers follow a single path',
  repeated: 'most positions hold several traces',
};

function noCube(reason: NoGrid['kind']): Finding {
  return warning('kind-impossible', `The file cannot be read as a cube: ${WHY_NO_CUBE[reason]}.`, {
    assumed: 'It is read as what its headers show.',
    effect: 'Other inline and crossline bytes may make it a cube.',
  });
}

function separateLines({ rmsResidual }: WorldFitQuality): Finding {
  const message = `The inline and crossline numbers fill a grid, but the traces lie ${rmsResidual.toPrecision(3)} (RMS) from where one would have them, each line steadily for itself.`;
  return warning('grid-is-lines', message, {
    assumed: 'They are 2D lines with numbers of their own.',
    effect: 'As a cube, lines would appear side by side that are not.',
    remedies: [{ label: 'Read as a cube', overrides: { kind: 'cube' } }],
  });
}
