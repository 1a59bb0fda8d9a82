/** What is known of a survey, in words. */
import { sampleUnit, sampleValueAt, type LineAxis } from '../../../shared/axes.ts';
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
    ...lineFact('Inlines', info.inline),
    ...lineFact('Crosslines', info.crossline),
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
    { name: 'Missing traces', value: countOrUnknown(info.missingTraceCount) },
    { name: 'Dead traces', value: countOrUnknown(info.deadTraceCount) },
    { name: 'Geometry', value: GEOMETRY_NAMES[info.geometryState] },
    { name: 'Coordinates', value: info.worldFromGrid === null ? 'not known' : coordinatesOf(info.worldFromGrid) },
  ];
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
