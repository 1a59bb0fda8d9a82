/** The geometry that a few headers show, so that a regular cube opens at once. A scan confirms or corrects it later. */
import type { OpenFile } from '../../native/native-reader.ts';
import type { CoordinateUnit } from '../../../shared/mapping/segy-mapping.ts';
import { coordinateUnitOf } from './coordinate-unit.ts';
import { isCoordinate } from './coordinate-words.ts';
import { fitCoordinates, type CoordinateFit } from './coordinates.ts';
import type { SegyDescription } from './describe-file.ts';
import { note } from './finding.ts';
import { readGeometry, type PlacedWords } from './geometry-places.ts';
import { readProbesAt, type Probe } from './probes.ts';
import { proposeRegularCube, type LineNumbers, type RegularCube } from './regular-cube.ts';
import { applyScalar, firstSampleMs } from './scaled-words.ts';
import type { LearnedGeometry } from './scan-result.ts';
import { alignTraces } from './trace-alignment.ts';
import type { TraceHeader } from './trace-header.ts';
import type { TraceLayout } from './trace-layout.ts';

const GEOMETRY_PENDING = note('geometry-pending', 'The headers looked at so far show no regular cube.', {
  assumed: 'Nothing yet: traces are shown in file order until every header was read.',
});

const DELAYS_PENDING = note('delays-pending', 'Traces start at different times.', {
  assumed: 'Nothing yet: they are aligned once every header was read.',
});

/** Null where the probes fit no complete, evenly sorted cube. */
export async function probeRegularCube(
  file: OpenFile,
  description: SegyDescription,
  probes: readonly Probe[],
  words: PlacedWords,
): Promise<LearnedGeometry | null> {
  const { layout, overrides } = description;
  const { kind, split } = overrides;
  if (kind === undefined ? split !== undefined && split !== 'none' : kind !== 'cube') return null;
  const linesOf = (probe: Probe): LineNumbers => readGeometry(probe, layout, words);
  const [first, second] = probes;
  const last = probes.at(-1);
  if (first === undefined || second === undefined || last === undefined) return null;
  const cube = proposeRegularCube(linesOf(first), linesOf(second), linesOf(last), layout.traceCount);
  if (cube === null) return null;
  const known = new Set(probes.map(({ trace }) => trace));
  const corners = await readProbesAt(
    file,
    layout,
    [...new Set(cube.corners)].filter((trace) => !known.has(trace)),
  );
  const all = [...probes, ...corners];
  if (!all.every((probe) => hasLineNumbers(cube, probe.trace, linesOf(probe)))) return null;

  const coordinateUnit = unitOfProbes(all, description);
  const coordinates = fitProbes(cube, all, layout, words, coordinateUnit);
  const aligned = alignProbes(all, description);
  return {
    words,
    coordinateUnit,
    geometry: {
      kind: 'cube',
      inline: cube.inline,
      crossline: cube.crossline,
      order: cube.order,
      worldFromGrid: coordinates.worldFromGrid,
    },
    worldFit: coordinates.worldFit,
    alignment: aligned.alignment,
    missingTraceCount: null,
    duplicateTraceCount: null,
    deadTraces: null,
    deadTraceCount: null,
    findings: [...coordinates.findings, ...aligned.findings],
  };
}

/** What can be said of a large file that is no regular cube before every header was read. */
export function sequenceFromProbes(
  description: SegyDescription,
  probes: readonly Probe[],
  words: PlacedWords,
): LearnedGeometry {
  const { alignment, findings } = alignProbes(probes, description);
  const { kind } = description.overrides;
  return {
    words,
    coordinateUnit: unitOfProbes(probes, description),
    geometry: kind === 'line' ? { kind, lines: null } : kind === 'gathers' ? { kind, grid: null } : { kind: 'traces' },
    worldFit: null,
    alignment,
    missingTraceCount: null,
    duplicateTraceCount: null,
    deadTraces: null,
    deadTraceCount: null,
    findings: [GEOMETRY_PENDING, ...findings],
  };
}

function hasLineNumbers(cube: RegularCube, trace: number, stored: LineNumbers): boolean {
  const expected = cube.lineNumbersOf(trace);
  return stored.inline === expected.inline && stored.crossline === expected.crossline;
}

const unitOfProbes = (probes: readonly Probe[], { header, overrides }: SegyDescription): CoordinateUnit =>
  overrides.coordinateUnit ??
  coordinateUnitOf(
    probes.map((probe) => probe.header.coordinateUnits),
    header.binary.measurementSystem,
  );

function fitProbes(
  cube: RegularCube,
  probes: readonly Probe[],
  layout: TraceLayout,
  words: PlacedWords,
  unit: CoordinateUnit,
): CoordinateFit {
  const placed = probes.map((probe) => readGeometry(probe, layout, words)).filter(({ x, y }) => isCoordinate(x, y));
  const index = (axis: { first: number; step: number }, number: number): number => (number - axis.first) / axis.step;
  return fitCoordinates(
    {
      inline: placed.map(({ inline }) => index(cube.inline, inline)),
      crossline: placed.map(({ crossline }) => index(cube.crossline, crossline)),
      x: placed.map(({ x, scalar }) => applyScalar(x, scalar)),
      y: placed.map(({ y, scalar }) => applyScalar(y, scalar)),
    },
    { scalars: new Set(placed.map(({ scalar }) => scalar)), unit },
  );
}

/** Delays that differ between the probes cannot be aligned yet: only a scan knows the other traces' delays. */
function alignProbes(
  probes: readonly Probe[],
  description: SegyDescription,
): Pick<LearnedGeometry, 'alignment' | 'findings'> {
  const starts = Float64Array.from(probes, ({ header }) => delayOf(header));
  const { layout, sampleIntervalUs, overrides } = description;
  const { alignment, findings } = alignTraces(starts, layout.sampleCount, sampleIntervalUs, overrides.delays);
  if (alignment.shifts === null) return { alignment, findings };
  return {
    alignment: { ...alignment, sampleCount: description.layout.sampleCount, shifts: null },
    findings: [DELAYS_PENDING],
  };
}

const delayOf = ({ delay, lag, timeScalar }: TraceHeader): number => firstSampleMs(delay, lag, timeScalar);
