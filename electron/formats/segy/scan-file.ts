/** Everything that all trace headers of a file tell. */
import type { OpenFile } from '../../native/native-reader.ts';
import { chooseCoordinateWords, fitCoordinates, isCoordinate, type CoordinateFit } from './coordinates.ts';
import type { SegyDescription } from './describe-file.ts';
import { note } from './finding.ts';
import { gridFromLines, type TraceGrid } from './grid-from-lines.ts';
import { readProbes } from './probes.ts';
import { applyScalar } from './scaled-words.ts';
import { scanHeaders, type ScannedHeaders, type ScanOptions } from './scan-headers.ts';
import type { ScanResult, SurveyKnowledge } from './scan-result.ts';
import { sequenceKind } from './sequence-kind.ts';
import { alignTraces } from './trace-alignment.ts';

/** @throws CrosslineError cancelled, file-changed, io-failed */
export async function scanFile(
  file: OpenFile,
  description: SegyDescription,
  options: ScanOptions,
): Promise<ScanResult> {
  const probes = await readProbes(file, description.layout);
  const coordinateWords = chooseCoordinateWords(probes.map(({ header }) => header));
  const headers = await scanHeaders(file, description.layout, coordinateWords, options);
  return { fileBytes: file.bytes, modifiedMs: file.modifiedMs, knowledge: learnFromHeaders(headers, description) };
}

export function learnFromHeaders(headers: ScannedHeaders, description: SegyDescription): SurveyKnowledge {
  const { layout, sampleIntervalUs } = description;
  const aligned = alignTraces(headers.firstSampleMs, layout.sampleCount, sampleIntervalUs);
  const deadTraceCount = headers.isDead.reduce((count, dead) => count + dead, 0);
  const findings = [...aligned.findings];
  if (deadTraceCount > 0) {
    findings.push(note('traces-dead', `Dead traces, marked so in bytes 29-30 or all zero: ${deadTraceCount}.`));
  }
  const traces = {
    alignment: aligned.alignment,
    deadTraces: deadTraceCount > 0 ? headers.isDead : null,
    deadTraceCount,
  };
  const grid = gridFromLines(headers.inline, headers.crossline);
  if (grid.kind !== 'grid') {
    const kind = grid.kind === 'path' ? 'line' : grid.kind === 'repeated' ? 'gathers' : sequenceKind(headers);
    return { ...traces, geometry: { kind }, missingTraceCount: null, findings };
  }
  const { worldFromGrid, findings: fitFindings } = fitScanned(grid, headers, description);
  const { inline, crossline, order, missingTraceCount } = grid;
  return {
    ...traces,
    geometry: { kind: 'cube', inline, crossline, order, worldFromGrid },
    missingTraceCount,
    findings: [...grid.findings, ...fitFindings, ...findings],
  };
}

/** Points that settle a fit of six numbers many times over. */
const POINTS_WANTED = 65_536;

/** Fits evenly spaced traces of those that have both line numbers and coordinates. */
function fitScanned(grid: TraceGrid, headers: ScannedHeaders, { header }: SegyDescription): CoordinateFit {
  const points = { inline: [] as number[], crossline: [] as number[], x: [] as number[], y: [] as number[] };
  const scalars = new Set<number>();
  const units = new Set<number>();
  const every = Math.max(1, Math.floor(headers.x.length / POINTS_WANTED));
  for (let trace = 0; trace < headers.x.length; trace += 1) {
    const x = headers.x[trace]!;
    const y = headers.y[trace]!;
    const isNumbered = headers.inline[trace] !== 0 || headers.crossline[trace] !== 0;
    if (!isNumbered || !isCoordinate(x, y)) continue;
    const scalar = headers.coordinateScalar[trace]!;
    scalars.add(scalar);
    units.add(headers.coordinateUnits[trace]!);
    if (trace % every !== 0) continue;
    points.inline.push((headers.inline[trace]! - grid.inline.first) / grid.inline.step);
    points.crossline.push((headers.crossline[trace]! - grid.crossline.first) / grid.crossline.step);
    points.x.push(applyScalar(x, scalar));
    points.y.push(applyScalar(y, scalar));
  }
  return fitCoordinates(points, { scalars, units, measurementSystem: header.binary.measurementSystem });
}
