/** What is known of a survey, in words. */
import { offsetCount, sampleUnit, sampleValueAt, type LineAxis, type OffsetAxis } from '../../../shared/axes.ts';
import type { WorldFitQuality } from '../../../shared/geometry/world-fit.ts';
import type { GeometryState, SurveyInfo, SurveyKind } from '../../../shared/survey.ts';
import { formatLabel } from '../../state/position-labels.ts';
import { formatBytes, formatCount } from '../shell/format.ts';

export interface Fact {
  readonly name: string;
  readonly value: string;
}

export const KIND_NAMES: Readonly<Record<SurveyKind, string>> = {
  cube: 'Cube',
  line: '2D line',
  gathers: 'Gathers',
  traces: 'Traces',
};

const GEOMETRY_NAMES: Readonly<Record<GeometryState, string>> = {
  sampled: 'from a few headers',
  scanned: 'every header read',
  indexed: 'from the index of an earlier scan',
};

const DOMAIN_NAMES = { time: 'Time', depth: 'Depth', unknown: 'Samples' } as const;

/** The few that the tree shows. */
export function surveyFacts(info: SurveyInfo): Fact[] {
  return [
    ...(isOnGrid(info) || (info.inline?.count ?? 0) > 1 ? lineFact('Inlines', info.inline) : []),
    ...lineFact(CROSSLINES[info.gathers?.positions ?? 'bins'], info.crossline),
    ...(info.gathers === null ? [] : [offsetFact(info.gathers.offsets)]),
    ...(info.lines === null || info.lines.lines.length < 2
      ? []
      : [{ name: 'Lines', value: formatCount(info.lines.lines.length) }]),
    { name: DOMAIN_NAMES[info.samples.domain], value: sampleRange(info) },
    { name: 'Traces', value: formatCount(info.traceCount) },
  ];
}

/** All of them, for the details. */
export function allSurveyFacts(info: SurveyInfo): Fact[] {
  return [
    ...(info.path === null ? [] : [{ name: 'File', value: info.path }]),
    { name: 'Size', value: formatBytes(info.fileBytes) },
    { name: 'Format', value: `${info.format}, ${info.byteOrder}-endian` },
    { name: 'Samples stored as', value: `${info.sampleFormat.name} (code ${info.sampleFormat.code})` },
    ...surveyFacts(info),
    { name: 'Samples per trace', value: formatCount(info.samples.count) },
    ...(info.inline === null ? [] : [{ name: 'Missing traces', value: countOrUnknown(info.missingTraceCount) }]),
    ...(info.duplicateTraceCount === null || info.duplicateTraceCount === 0
      ? []
      : [{ name: 'Duplicate traces', value: formatCount(info.duplicateTraceCount) }]),
    { name: 'Dead traces', value: countOrUnknown(info.deadTraceCount) },
    { name: 'Geometry', value: GEOMETRY_NAMES[info.geometryState] },
    ...coordinateFacts(info),
  ];
}

const CROSSLINES = { bins: 'Crosslines', cdps: 'CDPs', shots: 'Records' } as const;

const isOnGrid = ({ gathers }: SurveyInfo): boolean => gathers === null || gathers.positions === 'bins';

function offsetFact(offsets: OffsetAxis): Fact {
  const count = formatCount(offsetCount(offsets));
  if (offsets.kind === 'numbers') return { name: 'Gathers', value: `up to ${count} each` };
  return { name: 'Offsets', value: `${offsets.values[0]!}–${offsets.values.at(-1)!} (${count})` };
}

/** Of a line its navigation tells them; elsewhere how well the grid explains them. */
function coordinateFacts({ worldFromGrid, worldFit, lines }: SurveyInfo): Fact[] {
  if (lines !== null) return [];
  const coordinates = worldFromGrid === null ? 'not known' : coordinatesOf(worldFromGrid);
  return [{ name: 'Coordinates', value: coordinates }, ...(worldFit === null ? [] : [fitFact(worldFit)])];
}

function fitFact({ rmsResidual, maxResidual, maxTrace, traceCount, leftOutCount }: WorldFitQuality): Fact {
  const most = `${maxResidual.toPrecision(3)} at most (trace ${formatCount(maxTrace + 1)})`;
  const leftOut = leftOutCount === 0 ? '' : `, ${formatCount(leftOutCount)} left out`;
  const traces = `${formatCount(traceCount)} traces${leftOut}`;
  return { name: 'Grid fit', value: `${rmsResidual.toPrecision(3)} RMS, ${most}; ${traces}` };
}

function lineFact(name: string, axis: LineAxis | null): Fact[] {
  if (axis === null) return [];
  const step = axis.step === 1 ? '' : `, step ${axis.step}`;
  return [{ name, value: `${axis.first}–${axis.last}${step} (${formatCount(axis.count)})` }];
}

function sampleRange({ samples }: SurveyInfo): string {
  const unit = sampleUnit(samples.domain);
  const first = formatLabel(sampleValueAt(samples, 0));
  const last = formatLabel(sampleValueAt(samples, samples.count - 1));
  return `${first}–${last} by ${formatLabel(samples.sampleIntervalUs / 1000)} ${unit}`.trimEnd();
}

const countOrUnknown = (count: number | null): string => (count === null ? 'not counted yet' : formatCount(count));

const coordinatesOf = ({ originX, originY }: NonNullable<SurveyInfo['worldFromGrid']>): string =>
  `first line at ${originX.toFixed(1)}, ${originY.toFixed(1)}`;
