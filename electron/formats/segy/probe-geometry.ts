/** The geometry that a few headers show, so that a regular cube opens at once. A scan confirms or corrects it later. */
import type { OpenFile } from '../../native/native-reader.ts';
import { chooseCoordinateWords, fitCoordinates, isCoordinate } from './coordinates.ts';
import type { SegyDescription } from './describe-file.ts';
import { note } from './finding.ts';
import { readProbesAt, type Probe } from './probes.ts';
import { proposeRegularCube, type RegularCube } from './regular-cube.ts';
import { applyScalar, firstSampleMs } from './scaled-words.ts';
import type { SurveyKnowledge } from './scan-result.ts';
import { alignTraces } from './trace-alignment.ts';
import type { TraceHeader } from './trace-header.ts';

/** Null where the probes fit no complete, evenly sorted cube. */
export async function probeRegularCube(
  file: OpenFile,
  description: SegyDescription,
  probes: readonly Probe[],
): Promise<SurveyKnowledge | null> {
  const { layout } = description;
  const [first, second] = probes;
  const last = probes.at(-1);
  if (first === undefined || second === undefined || last === undefined) return null;
  const cube = proposeRegularCube(first.header, second.header, last.header, layout.traceCount);
  if (cube === null) return null;
  const known = new Set(probes.map(({ trace }) => trace));
  const corners = await readProbesAt(
    file,
    layout,
    [...new Set(cube.corners)].filter((trace) => !known.has(trace)),
  );
  const all = [...probes, ...corners];
  if (!all.every((probe) => hasLineNumbers(cube, probe))) return null;

  const coordinates = fitProbes(cube, all, description);
  const aligned = alignProbes(all, description);
  return {
    geometry: {
      kind: 'cube',
      inline: cube.inline,
      crossline: cube.crossline,
      order: cube.order,
      worldFromGrid: coordinates.worldFromGrid,
    },
    alignment: aligned.alignment,
    missingTraceCount: null,
    deadTraces: null,
    deadTraceCount: null,
    findings: [...coordinates.findings, ...aligned.findings],
  };
}

/** What can be said of a large file that is no regular cube before every header was read. */
export function sequenceFromProbes(description: SegyDescription, probes: readonly Probe[]): SurveyKnowledge {
  const { alignment, findings } = alignProbes(probes, description);
  const message = 'The first headers show no regular cube; traces are shown in file order until every header was read.';
  return {
    geometry: { kind: 'traces' },
    alignment,
    missingTraceCount: null,
    deadTraces: null,
    deadTraceCount: null,
    findings: [note('geometry-pending', message), ...findings],
  };
}

function hasLineNumbers(cube: RegularCube, { trace, header }: Probe): boolean {
  const expected = cube.lineNumbersOf(trace);
  return header.inline === expected.inline && header.crossline === expected.crossline;
}

function fitProbes(
  cube: RegularCube,
  probes: readonly Probe[],
  description: SegyDescription,
): ReturnType<typeof fitCoordinates> {
  const words = chooseCoordinateWords(probes.map(({ header }) => header));
  const stored = ({ header }: Probe): { x: number; y: number } =>
    words === 'cdp' ? { x: header.cdpX, y: header.cdpY } : { x: header.sourceX, y: header.sourceY };
  const placed = probes.filter((probe) => isCoordinate(stored(probe).x, stored(probe).y));
  const index = (axis: { first: number; step: number }, number: number): number => (number - axis.first) / axis.step;
  return fitCoordinates(
    {
      inline: placed.map(({ header }) => index(cube.inline, header.inline)),
      crossline: placed.map(({ header }) => index(cube.crossline, header.crossline)),
      x: placed.map((probe) => applyScalar(stored(probe).x, probe.header.coordinateScalar)),
      y: placed.map((probe) => applyScalar(stored(probe).y, probe.header.coordinateScalar)),
    },
    {
      scalars: new Set(placed.map(({ header }) => header.coordinateScalar)),
      units: new Set(placed.map(({ header }) => header.coordinateUnits)),
      measurementSystem: description.header.binary.measurementSystem,
    },
  );
}

/** Delays that differ between the probes cannot be aligned yet: only a scan knows the other traces' delays. */
function alignProbes(
  probes: readonly Probe[],
  description: SegyDescription,
): Pick<SurveyKnowledge, 'alignment' | 'findings'> {
  const starts = Float64Array.from(probes, ({ header }) => delayOf(header));
  const { alignment, findings } = alignTraces(starts, description.layout.sampleCount, description.sampleIntervalUs);
  if (alignment.shifts === null) return { alignment, findings };
  const message = 'Traces start at different times; they are aligned once every header was read.';
  return {
    alignment: { ...alignment, sampleCount: description.layout.sampleCount, shifts: null },
    findings: [note('delays-pending', message)],
  };
}

const delayOf = ({ delay, lag, timeScalar }: TraceHeader): number => firstSampleMs(delay, lag, timeScalar);
