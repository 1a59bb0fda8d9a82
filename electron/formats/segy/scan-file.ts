/** Everything that all trace headers of a file tell. */
import type { CoordinateUnit } from '../../../shared/mapping/segy-mapping.ts';
import type { OpenFile } from '../../native/native-reader.ts';
import { fitCoordinates, isCoordinate, type CoordinateFit } from './coordinates.ts';
import { coordinateUnitOf } from './coordinate-unit.ts';
import type { SegyDescription } from './describe-file.ts';
import { note } from './finding.ts';
import type { PlacedWords } from './geometry-places.ts';
import { gridFromLines, type NoGrid, type TraceGrid } from './grid-from-lines.ts';
import { otherChoices, placeWords, withChoice, type ChosenWords } from './hypotheses/place-words.ts';
import { readProbes } from './probes.ts';
import { applyScalar } from './scaled-words.ts';
import { scanHeaders, type ScannedHeaders, type ScanOptions } from './scan-headers.ts';
import type { LearnedGeometry, ScanResult, SurveyKnowledge } from './scan-result.ts';
import { sequenceKind } from './sequence-kind.ts';
import type { SequenceGeometry } from './survey-geometry.ts';
import { alignTraces } from './trace-alignment.ts';

const DEAD = {
  assumed: 'They carry no signal: they are drawn in the colour of absence and count in no statistics.',
  effect: 'Their stored values stay as they are, and the cursor reads them.',
} as const;

/** @throws CrosslineError cancelled, file-changed, io-failed */
export async function scanFile(
  file: OpenFile,
  description: SegyDescription,
  options: ScanOptions,
): Promise<ScanResult> {
  const probes = await readProbes(file, description.layout);
  const chosen = await placeWords(file, description, probes);
  let knowledge = await learnBy(chosen);
  if (chosen.placement !== null && knowledge.geometry.kind !== 'cube') {
    // All headers say otherwise than the few: the next best way that makes a cube, else the standard's.
    for (const other of otherChoices(chosen, description, probes)) {
      const learned = await learnBy(other);
      if (learned.geometry.kind === 'cube' || other.placement === null) knowledge = learned;
      if (learned.geometry.kind === 'cube') break;
    }
  }
  return { fileBytes: file.bytes, modifiedMs: file.modifiedMs, knowledge };

  async function learnBy(choice: ChosenWords): Promise<SurveyKnowledge> {
    const headers = await scanHeaders(file, description.layout, choice.words, options);
    return withChoice(learnFromHeaders(headers, description, choice.words), choice);
  }
}

export function learnFromHeaders(
  headers: ScannedHeaders,
  description: SegyDescription,
  words: PlacedWords,
): LearnedGeometry {
  const { layout, sampleIntervalUs, overrides } = description;
  const measurementSystem = description.header.binary.measurementSystem;
  const coordinateUnit =
    overrides.coordinateUnit ?? coordinateUnitOf(new Set(headers.coordinateUnits), measurementSystem);
  const aligned = alignTraces(headers.firstSampleMs, layout.sampleCount, sampleIntervalUs);
  const deadTraceCount = headers.isDead.reduce((count, dead) => count + dead, 0);
  const findings = [...aligned.findings];
  if (deadTraceCount > 0) {
    const message = `Dead traces, marked so in bytes 29-30 or all zero: ${deadTraceCount}.`;
    findings.push(note('traces-dead', message, DEAD));
  }
  const traces = {
    words,
    coordinateUnit,
    alignment: aligned.alignment,
    deadTraces: deadTraceCount > 0 ? headers.isDead : null,
    deadTraceCount,
  };
  const { kind: wanted } = overrides;
  const isSequence = wanted !== undefined && wanted !== 'cube';
  const grid = isSequence ? null : gridFromLines(headers.inline, headers.crossline, wanted === 'cube');
  if (grid?.kind !== 'grid') {
    const kind = isSequence ? wanted : kindWithoutGrid(grid?.kind ?? 'unset', headers);
    return { ...traces, geometry: { kind }, missingTraceCount: null, findings };
  }
  const { worldFromGrid, findings: fitFindings } = fitScanned(grid, headers, coordinateUnit);
  const { inline, crossline, order, missingTraceCount } = grid;
  return {
    ...traces,
    geometry: { kind: 'cube', inline, crossline, order, worldFromGrid },
    missingTraceCount,
    findings: [...grid.findings, ...fitFindings, ...findings],
  };
}

const kindWithoutGrid = (reason: NoGrid['kind'], headers: ScannedHeaders): SequenceGeometry['kind'] =>
  reason === 'path' ? 'line' : reason === 'repeated' ? 'gathers' : sequenceKind(headers);

/** Points that settle a fit of six numbers many times over. */
const POINTS_WANTED = 65_536;

/** Fits evenly spaced traces of those that have both line numbers and coordinates. */
function fitScanned(grid: TraceGrid, headers: ScannedHeaders, unit: CoordinateUnit): CoordinateFit {
  const points = { inline: [] as number[], crossline: [] as number[], x: [] as number[], y: [] as number[] };
  const scalars = new Set<number>();
  const every = Math.max(1, Math.floor(headers.x.length / POINTS_WANTED));
  for (let trace = 0; trace < headers.x.length; trace += 1) {
    const x = headers.x[trace]!;
    const y = headers.y[trace]!;
    const isNumbered = headers.inline[trace] !== 0 || headers.crossline[trace] !== 0;
    if (!isNumbered || !isCoordinate(x, y)) continue;
    const scalar = headers.coordinateScalar[trace]!;
    scalars.add(scalar);
    if (trace % every !== 0) continue;
    points.inline.push((headers.inline[trace]! - grid.inline.first) / grid.inline.step);
    points.crossline.push((headers.crossline[trace]! - grid.crossline.first) / grid.crossline.step);
    points.x.push(applyScalar(x, scalar));
    points.y.push(applyScalar(y, scalar));
  }
  return fitCoordinates(points, { scalars, unit });
}
